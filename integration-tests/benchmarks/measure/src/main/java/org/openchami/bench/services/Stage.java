package org.openchami.bench.services;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.openchami.auth.testing.hydra.HydraOptions;
import org.openchami.bench.load.App;
import org.openchami.bench.load.Plan;
import org.openchami.bench.load.Target;
import org.openchami.it.world.RunningService;
import org.openchami.it.world.World;
import org.openchami.it.world.WorldPlan;

/** The world of the integration tests, with the tutorial loaded, and beside its smd and bss the same two with authentication off. */
record Stage(World world, App openSmd, App openBss) implements AutoCloseable {
    private static final Duration LONGER_THAN_ANY_RUN = Duration.ofHours(12);

    static Stage set(Plan plan) {
        List<String> jvm = plan.jvm();
        World world = World.start(plan(jvm));
        try {
            App smd = App.start(OpenService.beside(world.smd(), "smd-open", Map.of(), jvm), plan.cores());
            App bss = App.start(
                    OpenService.beside(world.bss(), "bss-open", Map.of("openchami.auth.peers.smd.url", smd.url().toString()), jvm),
                    plan.cores());
            Stage stage = new Stage(world, smd, bss);
            Stream.of(stage.smd(), stage.bss()).forEach(target -> plan.cores().takeServices(target.process()));
            return stage;
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    private static WorldPlan plan(List<String> jvm) {
        WorldPlan plan = WorldPlan.create().tokensLive(LONGER_THAN_ANY_RUN).jvm(jvm.toArray(String[]::new));
        HydraOptions hydra = plan.hydra().withSigningAlgorithm(HydraOptions.OWN_DEFAULT);
        return new WorldPlan(hydra, plan.smdPort(), plan.bssPort(), plan.smd(), plan.bss(), plan.jvm());
    }

    Target smd() {
        return target("smd", world.smd());
    }

    Target bss() {
        return target("bss", world.bss());
    }

    // The world's services keep their processes to themselves; they are this JVM's children, and each has its own jar.
    private static Target target(String name, RunningService service) {
        String jar = jar(name).toString();
        ProcessHandle process = ProcessHandle.current().children()
                .filter(child -> child.info().arguments().filter(arguments -> Arrays.asList(arguments).contains(jar)).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no process runs " + jar));
        return new Target(name, service.url(), process);
    }

    private static Path jar(String name) {
        return Path.of("").toAbsolutePath().getParent().resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
    }

    @Override
    public void close() {
        openBss.close();
        openSmd.close();
        world.close();
    }
}
