package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.Asking;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.authority.ScriptedServer.Reply;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.config.Configured;
import org.openchami.auth.keys.KeyFeedException.Fault;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** The keys of the issuer {@code https://login.test}, whose metadata a server of this machine holds. */
class DiscoveredFeedTest {
    private static final String ISSUER = "https://login.test";
    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String KEYS = Jwks.set(Jwks.ec("a")).encode();
    private final Vertx vertx = Vertx.vertx();
    private final ScriptedServer server = new ScriptedServer();
    private final TestTime time = new TestTime();
    private final DiscoveredFeed feed = feed("");

    @AfterEach
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private DiscoveredFeed feed(String path) {
        return new DiscoveredFeed(ISSUER, server.uri(path), Asking.with(vertx, Configured.with()), time.around());
    }

    private void publish(String metadataPath, String issuer, Object keys) {
        String metadata = new JsonObject().put("issuer", issuer).put("jwks_uri", keys).encode();
        server.script(request -> request.path().equals(metadataPath)
                ? Reply.of(200, metadata)
                : request.path().equals("/keys") ? Reply.of(200, KEYS) : Reply.of(404, ""));
    }

    private void publish() {
        publish(OPENID, ISSUER, server.uri("/keys").toString());
    }

    private static JsonObject read(DiscoveredFeed feed) {
        return feed.read().await().atMost(Duration.ofSeconds(30)).jwks();
    }

    private void fails(Fault fault) {
        assertThatExceptionOfType(KeyFeedException.class).isThrownBy(() -> read(feed))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(fault));
        assertThat(server.requests()).noneMatch(request -> request.path().equals("/keys"));
    }

    @Test
    void theMetadataTellWhereTheKeysAre() {
        publish();

        assertThat(read(feed)).isEqualTo(new JsonObject(KEYS));
    }

    @Test
    void withoutThoseOfOpenIdTheMetadataOfOAuthAreRead() {
        publish("/.well-known/oauth-authorization-server", ISSUER, server.uri("/keys").toString());

        assertThat(read(feed)).isEqualTo(new JsonObject(KEYS));
    }

    @Test
    void theMetadataOfOAuthStandBeforeThePathOfTheIssuer() {
        publish("/.well-known/oauth-authorization-server/realms/hpc", ISSUER, server.uri("/keys").toString());

        assertThat(read(feed("/realms/hpc"))).isEqualTo(new JsonObject(KEYS));
        assertThat(server.requests().get(0).path()).isEqualTo("/realms/hpc" + OPENID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.test/", "https://LOGIN.test", "http://login.test", "https://login.test.evil.test", ""})
    void anotherIssuerIsRefusedHoweverAlike(String issuer) {
        publish(OPENID, issuer, server.uri("/keys").toString());

        fails(Fault.OTHER_ISSUER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.test/keys", "http://127.0.0.1:1/keys", "file:///etc/passwd", "//login.test/keys", "keys", "", " ",
            "https://user@login.test/keys", "https:///keys", "jar:https://login.test/keys", "HTTP://login.test/keys"})
    void anAddressThatAnybodyOnTheWayCouldAnswerForIsRefused(String address) {
        publish(OPENID, ISSUER, address);

        fails(Fault.UNSAFE_KEYS_ADDRESS);
    }

    @Test
    void metadataWithoutAnAddressAreRefused() {
        publish(OPENID, ISSUER, 7);

        fails(Fault.UNSAFE_KEYS_ADDRESS);
    }

    @Test
    void anAddressElsewhereIsAskedIfItIsHttps() throws Exception {
        try (ScriptedServer elsewhere = new ScriptedServer()) {
            publish(OPENID, ISSUER, URI.create("https" + elsewhere.uri("/keys").toString().substring(4)).toString());

            // it speaks no TLS: that it was asked for it is what counts
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> read(feed))
                    .withMessageContaining(elsewhere.uri("").getAuthority());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "[]", "null"})
    void whatIsNoMetadataIsSaidToBeNone(String text) {
        server.answer(200, text);

        fails(Fault.NO_METADATA);
    }

    @Test
    void anOutageIsNotTakenForMissingMetadata() {
        server.answer(503, "");

        fails(Fault.NO_METADATA);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theAddressIsRememberedForAnHour() {
        publish();
        read(feed);
        time.advance(Duration.ofMinutes(59));
        read(feed);
        assertThat(server.requests()).filteredOn(request -> request.path().equals(OPENID)).hasSize(1);

        time.advance(Duration.ofMinutes(1));
        read(feed);
        assertThat(server.requests()).filteredOn(request -> request.path().equals(OPENID)).hasSize(2);
    }

    @Test
    void afterAFailureTheMetadataAreReadAgain() {
        publish();
        read(feed);
        server.answer(404, "");
        assertThatExceptionOfType(KeyFeedException.class).isThrownBy(() -> read(feed));
        publish();

        assertThat(read(feed)).isEqualTo(new JsonObject(KEYS));
        assertThat(server.requests()).filteredOn(request -> request.path().equals(OPENID)).hasSize(2);
    }
}
