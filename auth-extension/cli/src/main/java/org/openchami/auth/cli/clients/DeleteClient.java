package org.openchami.auth.cli.clients;

import org.openchami.auth.cli.Failure;
import org.openchami.auth.cli.hydra.AdminAddress;
import org.openchami.auth.cli.hydra.AdminApi;
import org.openchami.auth.cli.hydra.Client;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes one client that a service of ours registered. If the service still runs, it registers anew. */
@Command(name = "delete", description = "Deletes one client. A service that still runs as it registers anew.", mixinStandardHelpOptions = true)
final class DeleteClient implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AdminAddress admin;

    @Parameters(paramLabel = "ID", description = "The client id.")
    private String id;

    @Override
    public void run() {
        AdminApi api = admin.api();
        Client client = api.get(id);
        if (client.service().isEmpty()) {
            throw new Failure("The client '" + id + "' was registered by somebody else, and stays. Cure: use Hydra's own tool");
        }
        api.delete(id);
        spec.commandLine().getOut().println("Deleted " + client.text("client_id"));
    }
}
