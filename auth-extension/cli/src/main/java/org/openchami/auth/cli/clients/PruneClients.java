package org.openchami.auth.cli.clients;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.openchami.auth.cli.Failure;
import org.openchami.auth.cli.hydra.AdminAddress;
import org.openchami.auth.cli.hydra.AdminApi;
import org.openchami.auth.cli.hydra.Client;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes the clients that a service registered and no longer uses. Lists them first, and removes them only when told so. */
@Command(name = "prune", description = {
        "Removes clients that a service registered and no longer uses: those of its owner that are not kept.",
        "Without --yes it only lists them. Name the client in use of each installation with --keep or --store."}, mixinStandardHelpOptions = true)
final class PruneClients implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AdminAddress admin;

    @Option(names = "--service", paramLabel = "NAME", required = true, description = "The service whose clients are looked through.")
    private String service;

    @Option(names = "--keep", paramLabel = "ID", description = "A client id that is in use. Can be given several times.")
    private List<String> keep = List.of();

    @Option(names = "--store", paramLabel = "FOLDER", description = "A folder that the service stores its identity in: the client named there is in use. Can be given several times.")
    private List<Path> stores = List.of();

    @Option(names = "--yes", description = "Remove what is listed.")
    private boolean yes;

    @Override
    public void run() {
        if (keep.isEmpty() && stores.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Which client is in use? Name it with --keep ID or --store FOLDER");
        }
        Set<String> used = new HashSet<>(keep);
        stores.forEach(folder -> used.add(new StoredId(folder, service).read()));
        AdminApi api = admin.api();
        used.stream().filter(id -> api.find(id).isEmpty()).findFirst().ifPresent(id -> {
            // a slip of the pen must not remove the one that is in use
            throw new Failure(
                    "There is no client '" + id + "' to keep, and so nothing is removed. Cure: see 'openchami-auth clients list'");
        });
        List<Client> orphans = api.list(Optional.of(Client.owner(service))).stream()
                .filter(client -> client.text("owner").equals(Client.owner(service)) && !used.contains(client.id())).toList();
        orphans.forEach(client -> spec.commandLine().getOut().println(ListClients.line(client)));
        if (yes) {
            orphans.forEach(client -> api.delete(client.id()));
        }
        spec.commandLine().getErr().println(orphans.size() + (yes ? " removed." : " would be removed. Add --yes to remove them."));
    }
}
