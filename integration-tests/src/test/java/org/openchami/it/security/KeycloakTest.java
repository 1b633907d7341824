package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.http.Answer;
import org.openchami.it.refusal.Refused;

import io.vertx.core.json.JsonObject;

/** A second issuer, whose tokens are read as Keycloak writes them, and may last ten minutes. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTest {
    private final SettingsWorld world;

    KeycloakTest(SettingsWorld world) {
        this.world = world;
    }

    private Answer get(String path, String token) {
        return world.call(path).header("Authorization", "Bearer " + token).get();
    }

    private Draft account() {
        return world.keycloakUser().claim("preferred_username", "\"service-account-batch\"").claim("azp", "\"batch\"")
                .claim("client_id", "\"batch\"");
    }

    @Test
    void userWithRolesAndScopes() {
        String token = world.keycloakUser().sign();
        assertThat(get(SecurityWorld.PATH, token).status()).isEqualTo(200);
        JsonObject whoami = get("/q/auth/whoami", token).json();
        assertThat(whoami.getJsonObject("principal")).isEqualTo(new JsonObject().put("kind", "user").put("id", "operator")
                .put("client_id", "portal").put("issuer", SettingsWorld.KEYCLOAK));
        assertThat(whoami.getJsonArray("roles")).containsExactly("operators");
        assertThat(whoami.getJsonArray("scopes")).contains("smd.read");
    }

    @Test
    void serviceAccount() {
        String token = account().sign();
        Refused.INSUFFICIENT_CONTEXT.is(get(SecurityWorld.PATH, token));
        assertThat(world.call(SecurityWorld.PATH).header("Authorization", "Bearer " + token)
                .header("Call-Context", world.context("batch", token)).get().status()).isEqualTo(200);
    }

    /** The same id at the other issuer is somebody else. */
    @Test
    void serviceOfTheSameNameAtTheAuthority() {
        Refused.INSUFFICIENT_SCOPE.is(world.callOf("batch", SecurityWorld.PATH).get());
    }

    @ParameterizedTest
    @MethodSource("others")
    void tokenOfAnotherKind(String token) {
        Refused.INVALID_TOKEN.is(get(SecurityWorld.PATH, token));
    }

    @Test
    void lifetimeOverThatIssuersOwn() {
        long now = Instant.now().getEpochSecond();
        Draft tenMinutes = world.keycloakUser().claim("iat", Long.toString(now)).claim("nbf", Long.toString(now));
        assertThat(get(SecurityWorld.PATH, tenMinutes.claim("exp", Long.toString(now + 600)).sign()).status()).isEqualTo(200);
        Refused.INVALID_TOKEN.is(get(SecurityWorld.PATH, tenMinutes.claim("exp", Long.toString(now + 601)).sign()));
        Draft authoritys = world.user().claim("iat", Long.toString(now)).claim("exp", Long.toString(now + 3600));
        assertThat(get(SecurityWorld.PATH, authoritys.sign()).status()).isEqualTo(200);
    }

    Stream<Arguments> others() {
        Draft good = world.keycloakUser();
        Stream<Arguments> types = Stream.of("\"ID\"", "\"Refresh\"", "\"Offline\"", "\"Logout\"", "\"bearer\"", "\"DPoP\"", "null")
                .map(typ -> argumentSet("typ " + typ, good.claim("typ", typ).sign()));
        Stream<Arguments> more = Stream.of(argumentSet("typ missing", good.withoutClaim("typ").sign()),
                argumentSet("azp missing", good.withoutClaim("azp").sign()),
                argumentSet("named like a service account", good.claim("preferred_username", "\"service-account-batch\"").sign()),
                argumentSet("a service account without client_id", account().withoutClaim("client_id").sign()),
                argumentSet("a service account of another client", account().claim("azp", "\"portal\"").sign()),
                argumentSet("client_id of a user", good.claim("client_id", "\"portal\"").sign()),
                argumentSet("roles that are no list", good.claim("realm_access", "{\"roles\":\"operators\"}").sign()),
                argumentSet("another issuer's key", good.key(world.user().key()).sign()));
        return Stream.concat(types, more);
    }
}
