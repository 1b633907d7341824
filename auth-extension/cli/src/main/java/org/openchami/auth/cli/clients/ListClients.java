package org.openchami.auth.cli.clients;

import java.util.List;
import java.util.Optional;

import org.openchami.auth.cli.hydra.AdminAddress;
import org.openchami.auth.cli.hydra.Client;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the clients of our services, one a line: id, service, how it proves itself, when it was made, what it may ask for. */
@Command(name = "list", description = "Lists the clients that services registered.", mixinStandardHelpOptions = true)
final class ListClients implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AdminAddress admin;

    @Option(names = "--service", paramLabel = "NAME", description = "Only those of this service.")
    private Optional<String> service;

    @Override
    public void run() {
        List<Client> found = admin.api().list(Optional.empty()).stream().filter(this::asked).toList();
        found.forEach(client -> spec.commandLine().getOut().println(line(client)));
        if (found.isEmpty()) {
            spec.commandLine().getErr().println("There is none.");
        }
    }

    private boolean asked(Client client) {
        return client.service().filter(name -> service.isEmpty() || service.get().equals(name)).isPresent();
    }

    static String line(Client client) {
        return String.join("  ", client.text("client_id"), client.service().orElse("-"), client.text("token_endpoint_auth_method"),
                client.text("created_at"), client.text("scope"));
    }
}
