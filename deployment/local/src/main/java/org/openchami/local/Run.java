package org.openchami.local;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openchami.auth.testing.hydra.Hydra;

/** One local run, from the checks before it to the end of its processes. */
final class Run {
    private static final Logger LOG = Logger.getLogger(Run.class.getName());
    static final int INTERRUPTED = 130;
    private static final int FAILED = 1;

    private final Layout layout;
    private final PrintStream out;
    private final PrintStream err;
    private final Parts parts;
    private volatile boolean stopping;

    Run(Layout layout, PrintStream out, PrintStream err) {
        this.layout = layout;
        this.out = out;
        this.err = err;
        this.parts = new Parts(err);
    }

    /** @return the exit code */
    int run(boolean once) {
        try {
            PrivateFile.folder(layout.state());
            StateLock lock = StateLock.take(layout.state());
            LauncherLog.to(layout.state().resolve("launcher.log"));
            int code = demonstrate(once);
            end();
            lock.release();
            return stopping ? INTERRUPTED : code;
        } catch (RuntimeException e) {
            return failed(Explanation.of(e));
        }
    }

    /** Ends all processes in order; for another thread than the one that runs. */
    void stop() {
        stopping = true;
        out.println();
        end();
    }

    private int demonstrate(boolean once) {
        try {
            up(once);
            return 0;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The run failed", e);
            return stopping ? INTERRUPTED : failed(parts.deathOr(Explanation.of(e)));
        }
    }

    private int failed(String why) {
        err.println("run: " + why);
        return FAILED;
    }

    private void up(boolean once) {
        Ports ports = Ports.of(System.getenv());
        ports.taken().ifPresent(this::failAsTaken);
        Addresses addresses = Addresses.of(ports);
        Progress progress = new Progress(out, Clock.systemUTC());
        Http http = new Http();
        out.println("OpenCHAMI on this machine; everything it writes is in " + layout.state());
        Hydra hydra = new Startup(layout, ports, addresses, progress, parts, http).start();
        new Demonstration(layout, addresses, progress, parts, http).run();
        progress.block("To go on by hand",
                new NextSteps(addresses, System.getProperty("openchami.local.token", "deployment/local/token")).lines());
        if (hydra.kind().equals("jvm")) {
            progress.block("NOT A REAL HYDRA", List.of(
                    "An authority inside the launcher stood in for Hydra: there is no hydra on the PATH and no Go to build it, or jvm was asked for.",
                    "Install one of the two to see the same with Ory Hydra."));
        }
        if (!once) {
            progress.block("Up. Ctrl-C ends it.", List.of());
            parts.watch();
        }
    }

    private void failAsTaken(String port) {
        String cure = new Leftovers(layout.env()).cure();
        throw new LocalFailure(port + " is taken. " + (cure.isEmpty()
                ? "End what listens there, or move all ports, for example: " + Ports.OFFSET + "=1000 deployment/local/run"
                : cure));
    }

    private void end() {
        parts.stop();
        layout.env().delete();
    }
}
