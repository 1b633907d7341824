package org.openchami.auth.cli;

import java.io.PrintWriter;

import org.openchami.auth.cli.clients.Clients;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands. Ends with 0 if all is well, 1 if a server refused or could not be reached, 2 if it was called wrongly. */
@Command(name = "openchami-auth", description = "Looks after what OpenCHAMI services register at their authority.", subcommands = {
        Clients.class, HelpCommand.class}, mixinStandardHelpOptions = true, version = "openchami-auth 0.1.0")
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /** @return the exit code */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main()).setOut(out).setErr(err).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof Failure told) {
                command.getErr().println(told.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        }).execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command");
    }
}
