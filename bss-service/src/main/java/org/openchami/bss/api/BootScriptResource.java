package org.openchami.bss.api;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.openchami.auth.Purpose;
import org.openchami.bss.client.CachedInventory;
import org.openchami.bss.client.Inventory;
import org.openchami.bss.client.LiveInventory;
import org.openchami.bss.domain.NodeKey;
import org.openchami.bss.domain.Whole;
import org.openchami.bss.store.EndpointHistory;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The boot script of a node, as iPXE text. iPXE can act on no error status, so a node is told to ask again when anything fails. */
@Path("/boot/v1/bootscript")
public class BootScriptResource {
    private static final Logger LOG = Logger.getLogger(BootScriptResource.class);

    private final Boots boots;
    private final Scripts scripts;
    private final EndpointHistory history;
    private final CachedInventory cached;
    private final LiveInventory live;
    private final SecurityIdentity identity;
    private final Json json;
    private final Clock clock;

    BootScriptResource(Boots boots, Scripts scripts, EndpointHistory history, CachedInventory cached, LiveInventory live,
            SecurityIdentity identity, Json json, Clock clock) {
        this.boots = boots;
        this.scripts = scripts;
        this.history = history;
        this.cached = cached;
        this.live = live;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Purpose("boot.script")
    public Uni<Response> bootScript(@RestQuery List<String> mac, @RestQuery List<String> name, @RestQuery List<String> nid,
            @RestQuery List<String> retry, @RestQuery List<String> arch, @RestQuery List<String> ts,
            @RestQuery("json") List<String> asJson) {
        NodeKey key = NodeKey.asked(joined(mac), joined(name), joined(nid))
                .orElseThrow(() -> ProblemException.badRequest("Need a mac=, name=, or nid= parameter"));
        ScriptRequest request = new ScriptRequest(key, joined(arch), number(retry, 0), number(ts, clock.instant().getEpochSecond()));
        boolean node = identity.isAnonymous();
        Inventory inventory = node ? cached : live;
        Uni<Boot> found = boots.find(key, inventory);
        if (number(asJson, 0) != 0) {
            return found.map(boot -> asJson(key, boot)).onFailure().transform(InventoryFailure::told);
        }
        Uni<Response> answer = found.chain(boot -> answer(request, boot));
        return node
                ? answer.onFailure(failure -> !(failure instanceof ProblemException)).recoverWithItem(failure -> later(request, failure))
                : answer.onFailure().transform(InventoryFailure::told);
    }

    private Uni<Response> answer(ScriptRequest request, Boot boot) {
        if (boot.isReady()) {
            return Uni.createFrom().item(() -> served(boot, scripts.boot(request, boot)));
        }
        if (request.arch().isEmpty()) {
            return Uni.createFrom().item(() -> text(scripts.askArchitecture(request, boot)));
        }
        return boots.unknown(request.arch()).map(configuration -> {
            if (configuration.boots()) {
                return served(boot, scripts.boot(request, configuration));
            }
            if (boot.configuration().boots()) {
                return served(boot, scripts.boot(request, boot));
            }
            throw ProblemException.notFound(request.unknown(boot.xname()) + ": this host not configured for booting.");
        });
    }

    private Response served(Boot boot, String script) {
        if (boot.node().isPresent()) {
            history.note(boot.xname(), "bootscript");
        }
        return text(script);
    }

    private Response later(ScriptRequest request, Throwable failure) {
        LOG.warnf("%s is told to ask again: %s", request.key().description(), failure);
        return text(scripts.later(request));
    }

    private Response asJson(NodeKey key, Boot boot) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("params", "kernel " + scripts.parameters(key, boot));
        body.put("kernel", Map.of("path", boot.configuration().kernel()));
        body.put("initrd", Map.of("path", boot.configuration().initrd()));
        return Response.ok(json.text(body)).header("Content-Type", Json.TYPE).build();
    }

    private static Response text(String script) {
        return Response.ok(script).header("Content-Type", "text/plain; charset=UTF-8").build();
    }

    private static String joined(List<String> parameter) {
        return String.join("", parameter);
    }

    private static long number(List<String> parameter, long otherwise) {
        return Whole.parse(joined(parameter)).orElse(otherwise);
    }
}
