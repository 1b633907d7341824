package org.openchami.it.canary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.world.NodeCall;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.RunningService;
import org.openchami.it.world.World;

import io.vertx.core.json.JsonObject;

/**
 * Everything that happens in a cluster, once: what goes well, what is refused, and what fails. Remembers each token it used. None is put into
 * a path, which libraries log as it comes.
 */
final class Flows {
    private static final String COMPONENTS = "/hsm/v2/State/Components";
    private final World world;
    private final List<String> tokens = new ArrayList<>();

    Flows(World world) {
        this.world = world;
    }

    List<String> tokens() {
        return List.copyOf(tokens);
    }

    void boots() {
        world.tutorial().nodes().forEach(node -> NodeCall.boot(world, node));
        NodeCall.direct(world, "/boot/v1/bootscript?mac=52:54:00:be:ef:96");
        NodeCall.direct(world, "/boot/v1/bootscript?mac='");
    }

    void users() {
        String token = remember(world.token());
        for (String path : List.of("/boot/v1/hosts", "/boot/v1/bootparameters", "/boot/v1/endpoint-history", "/q/auth/whoami")) {
            send(world.bss(), path, token);
        }
        send(world.smd(), COMPONENTS, token);
        send(world.bss(), "/boot/v1/hosts", remember(world.token("bss.read")));
        send(world.smd(), COMPONENTS, remember(world.token("bss.read")));
    }

    void refusedTokens() {
        TokenForge hydra = TokenForge.asAuthority(world.hydra().adminUrl());
        TokenClaims good = TokenClaims.of(world.hydra().issuer()).scopes("smd.read");
        for (String token : List.of(hydra.token(good.expiresIn(Duration.ofMinutes(-2))), hydra.token(good.with("iss", "http://elsewhere")),
                hydra.token(good.audience("nobody")), hydra.unsigned().token(good), hydra.confusedWithHmac().token(good),
                TokenForge.withNewEcKey().token(good), TokenForge.withNewEcKey().claimingKid(hydra.kid()).token(good))) {
            send(world.smd(), COMPONENTS, remember(token));
            send(world.bss(), "/boot/v1/bootscript?mac=52:54:00:be:ef:01", token);
        }
        String token = remember(hydra.token(good));
        Call.to(world.smd().url(), COMPONENTS + "?access_token=" + token).get();
        Call.to(world.smd().url(), COMPONENTS).header("Authorization", "Bearer " + token).header("Authorization", "Bearer " + token).get();
        Call.to(world.smd().url(), COMPONENTS).header("Authorization", "Basic " + token).get();
        Call.to(world.smd().url(), COMPONENTS + ";a=b").header("Authorization", "Bearer " + token + "," + token).get();
    }

    void refusedContexts() {
        PlayedService bss = PlayedService.bss(world);
        String token = remember(bss.token(world.hydra(), "smd.read", "smd"));
        send(world.smd(), COMPONENTS, token);
        for (String context : List.of(bss.sign("call-context+jwt", new JsonObject().put("iss", "svc:bss")),
                bss.sign("call-context+jwt", new JsonObject().put("iss", "svc:nobody").put("ath", "x")), "a.b.c")) {
            Call.to(world.smd().url(), COMPONENTS).header("Authorization", "Bearer " + token).header("Call-Context", context).get();
        }
    }

    /** Hydra no longer knows bss; it is away at bss's start; it does not answer. */
    void failures() {
        world.bss().stop();
        world.hydra().deleteClient("bss");
        world.bss().start();
        world.bss().awaitReady();
        world.bss().stop();
        world.hydra().pause();
        world.bss().start();
        world.bss().awaitListening();
        NodeCall.boot(world, world.tutorial().node(1));
        world.hydra().resume();
        world.bss().awaitReady();
        world.smd().stop();
        boots();
        world.smd().start();
        world.smd().awaitReady();
    }

    private String remember(String token) {
        tokens.add(token);
        return token;
    }

    private static void send(RunningService service, String path, String token) {
        Call.to(service.url(), path).header("Authorization", "Bearer " + token).get();
    }
}
