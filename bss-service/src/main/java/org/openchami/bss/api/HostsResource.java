package org.openchami.bss.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.openchami.bss.domain.Xname;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;

/** The nodes that the caller may see in smd. */
@Path("/boot/v1/hosts")
public class HostsResource {
    private final Hosts hosts;
    private final Json json;

    HostsResource(Hosts hosts, Json json) {
        this.hosts = hosts;
        this.json = json;
    }

    @GET
    @PermissionsAllowed("bss.read")
    public Uni<Response> get(@RestQuery List<String> name, @RestQuery List<String> mac, @RestQuery List<String> nid) {
        List<Integer> nids = QueryList.nids(nid);
        boolean query = Stream.of(name, mac, nid).flatMap(List::stream).anyMatch(text -> !text.isEmpty());
        return hosts.all().map(all -> {
            if (!query) {
                return json.ok(all);
            }
            List<Host> found = new ArrayList<>();
            QueryList.values(name).forEach(it -> found.add(one(all, named(it), "host name", it)));
            QueryList.values(mac).forEach(it -> found.add(one(all, hasMac(it), "MAC address", it)));
            nids.forEach(it -> found.add(one(all, host -> Long.valueOf(it).equals(host.component().nid()), "NID", it.toString())));
            return json.ok(found);
        });
    }

    private static Predicate<Host> named(String name) {
        String xname = Xname.node(name).orElse(name);
        return host -> xname.equals(host.component().id()) || name.equals(host.fqdn());
    }

    private static Predicate<Host> hasMac(String mac) {
        return host -> host.macs().contains(mac.toLowerCase(Locale.ROOT));
    }

    private static Host one(List<Host> all, Predicate<Host> which, String kind, String value) {
        return all.stream().filter(which).findFirst()
                .orElseThrow(() -> ProblemException.notFound("Not Found - Unknown " + kind + " '" + value + "'"));
    }
}
