package org.openchami.auth.cli.clients;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands for clients. */
@Command(name = "clients", description = "The clients that services registered at Hydra.", mixinStandardHelpOptions = true, subcommands = {
        ListClients.class, ShowClient.class, DeleteClient.class, PruneClients.class})
public final class Clients implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: list, show, delete or prune");
    }
}
