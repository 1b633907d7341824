package org.openchami.auth.cli.clients;

import java.io.PrintWriter;

import org.openchami.auth.cli.hydra.AdminAddress;
import org.openchami.auth.cli.hydra.Client;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what Hydra has of one client, member by member: only those named here, so that no secret can be among them. */
@Command(name = "show", description = "Shows one client.", mixinStandardHelpOptions = true)
final class ShowClient implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AdminAddress admin;

    @Parameters(paramLabel = "ID", description = "The client id.")
    private String id;

    @Override
    public void run() {
        Client client = admin.api().get(id);
        PrintWriter out = spec.commandLine().getOut();
        out.println("client_id: " + client.text("client_id"));
        out.println("service: " + client.service().orElse("none of ours"));
        for (String name : new String[]{"client_name", "owner", "created_at", "updated_at", "grant_types", "scope", "audience",
                "token_endpoint_auth_method", "token_endpoint_auth_signing_alg"}) {
            out.println(name + ": " + client.text(name));
        }
        client.keys().forEach(key -> out.println("key: " + key));
        client.secretBy().ifPresent(instance -> out.println("secret: set by instance " + instance));
    }
}
