package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.refusal.Refused;

import io.vertx.core.json.JsonObject;

/** What an authority signs for another end is no access token (RFC 8725 sections 3.11 and 3.12, RFC 9068 section 4). */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenKindsTest {
    private final SecurityWorld world;

    TokenKindsTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("typed")
    void typOfAnotherKind(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"})
    void typOfAnAccessToken(String typ) {
        assertThat(world.get(world.good().header("typ", Draft.quoted(typ)).sign()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("shaped")
    void claimsOfAnotherKind(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "application/at+jwt"})
    void typWhereItsProfileWantsOne(String typ) {
        assertThat(world.get(typed9068().header("typ", Draft.quoted(typ)).sign()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "", "jwt+at"})
    void typMissingWhereItsProfileWantsOne(String typ) {
        Draft draft = typ.isEmpty() ? typed9068().withoutHeader("typ") : typed9068().header("typ", Draft.quoted(typ));
        Refused.INVALID_TOKEN.is(world.get(draft.sign()));
    }

    private Draft typed9068() {
        Draft draft = Issuers.token("typed", world.issuers().keyOf("typed"));
        return draft.withoutClaim("scp").claim("scope", "\"smd.read\"");
    }

    Stream<Arguments> typed() {
        Stream<Arguments> texts = Stream
                .of("id_token", "id+jwt", "logout+jwt", "refresh+jwt", "rt+jwt", "txntoken+jwt", "wit+jwt", "wpt+jwt", "dpop+jwt",
                        "secevent+jwt",
                        "client-authentication+jwt", "oauth-authz-req+jwt", "token-introspection+jwt", "call-context+jwt",
                        "entity-statement+jwt",
                        "kb+jwt", "vc+sd-jwt", "passport", "JOSE", "JWE", "application/jwt+json", "at+jwt ", "at +jwt", "")
                .map(typ -> argumentSet("'" + typ + "'", world.good().header("typ", Draft.quoted(typ)).sign()));
        Stream<Arguments> kinds = Stream.of("1", "null", "true", "[\"JWT\"]", "{}")
                .map(json -> argumentSet(json, world.good().header("typ", json).sign()));
        return Stream.concat(texts, kinds);
    }

    Stream<Arguments> shaped() {
        Draft good = world.good();
        Draft idToken = good.claim("aud", "[\"openchami-cli\"]").withoutClaim("client_id").withoutClaim("scp").claim("auth_time", "1");
        long now = System.currentTimeMillis() / 1000;
        JsonObject assertion = new JsonObject().put("iss", "known").put("sub", "known").put("jti", "1").put("iat", now).put("exp",
                now + 60);
        return Stream.of(argumentSet("id_token, aud of its client", idToken.claim("nonce", "\"n\"").claim("at_hash", "\"h\"").sign()),
                argumentSet("id_token, our aud", good.withoutClaim("client_id").withoutClaim("scp").claim("at_hash", "\"h\"").sign()),
                argumentSet("nonce", good.claim("nonce", "\"n\"").sign()), argumentSet("at_hash", good.claim("at_hash", "\"h\"").sign()),
                argumentSet("c_hash", good.claim("c_hash", "\"h\"").sign()), argumentSet("s_hash", good.claim("s_hash", "\"h\"").sign()),
                argumentSet("logout token",
                        good.claim("events", "{\"http://schemas.openid.net/event/backchannel-logout\":{}}").claim("sid", "\"1\"").sign()),
                argumentSet("security event", good.claim("events", "{\"urn:a\":{}}").claim("toe", "1").sign()),
                argumentSet("refresh token of Keycloak", good.claim("typ", "\"Refresh\"").sign()),
                argumentSet("offline token of Keycloak", good.claim("typ", "\"Offline\"").sign()),
                argumentSet("id_token of Keycloak", good.claim("typ", "\"ID\"").sign()),
                argumentSet("logout token of Keycloak", good.claim("typ", "\"Logout\"").sign()),
                argumentSet("token_use refresh", good.claim("token_use", "\"refresh\"").sign()),
                argumentSet("token_use id", good.claim("token_use", "\"id\"").sign()),
                argumentSet("introspection answer", good.claim("token_introspection", "{\"active\":true}").sign()),
                argumentSet("client assertion for smd", world.known().sign("JWT", assertion.copy().put("aud", "smd"))),
                argumentSet("client assertion for Hydra",
                        world.known().sign("JWT", assertion.copy().put("aud", world.world().hydra().issuer() + "/oauth2/token"))),
                argumentSet("client assertion that claims Hydra's kid",
                        Draft.of(TokenForge.withNewEcKey().claimingKid(world.hydra().kid()), world.claims()).sign()));
    }
}
