package org.openchami.auth.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.openchami.auth.authority.Asking;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.secret.Secret;

import io.quarkus.oidc.client.runtime.FilteredOidcClients;
import io.vertx.core.Vertx;

/** A token grant as a service has it, that asks for smd.read and smd.write of the peer smd at some authority. */
final class GrantWorld implements AutoCloseable {
    static final String SECRET = "c4nary-s3cret+%/";
    static final String ASSERTION = "eyJhbGciOiJFUzI1NiJ9.Y2FuYXJ5.c2lnbmF0dXJl";

    final Vertx vertx = Vertx.vertx();
    final AtomicLong uptime = new AtomicLong();
    final Settings settings;
    final TokenGrant grant;

    GrantWorld(URI authority, Clock clock) {
        this(authority, authority, clock);
    }

    /** @param pairs of key and value that add to its configuration, or change it */
    GrantWorld(URI authority, URI admin, Clock clock, String... pairs) {
        settings = Configured
                .with(Stream.concat(Stream.of("quarkus.application.name", "bss", "openchami.auth.authority", authority.toString(),
                        "openchami.auth.registration.url", admin.toString(), "openchami.auth.peers.smd.url", "http://smd:27779",
                        "openchami.auth.peers.smd.scopes", "smd.read,smd.write"), Stream.of(pairs)).toArray(String[]::new));
        AuthorityClient http = Asking.with(vertx, settings);
        grant = new TokenGrant(new FilteredOidcClients<>(vertx, new TokenFilters()), settings, http, clock, uptime::get);
    }

    static TokenRequest request(Settings.Peer peer) {
        return request(peer, new ClientProof(Map.of("client_assertion_type", "urn:x", "client_assertion", ASSERTION), Optional.empty()));
    }

    static TokenRequest request(Settings.Peer peer, ClientProof proof) {
        return new TokenRequest(peer, proof, Optional.empty());
    }

    static ClientProof basic(String id, String secret) {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return new ClientProof(Map.of(), Optional.of(Secret.of("Basic " + pair)));
    }

    Settings.Peer smd() {
        return settings.peers().get("smd");
    }

    TokenAnswer ask() {
        return ask(request(smd()));
    }

    TokenAnswer ask(TokenRequest request) {
        return grant.request(request).await().atMost(Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
