package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.credential.KeyAlgorithm;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Registrar.Change;
import org.openchami.auth.registration.RegistrationException.Kind;
import org.openchami.auth.secret.Secret;

import io.vertx.core.json.JsonObject;

/** A service that is shown the public API alone. */
class DynamicOnHydraTest extends OnHydra {

    private static String token(Party party) {
        return party.identity().client().orElseThrow().registrationAccessToken().map(Secret::reveal).orElseThrow();
    }

    private static void assertManagementLost(Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(RegistrationException.class,
                refused -> assertThat(refused.kind()).isEqualTo(Kind.MANAGEMENT_LOST));
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void aKeyIsRegisteredAndGetsAToken(KeyAlgorithm algorithm) {
        Party bss = dynamic();
        bss.becomes(withKey(bss.identity(), algorithm));

        Acknowledged acknowledged = bss.register();

        assertThat(acknowledged.clientId()).isNotEqualTo(service);
        assertThat(acknowledged.secret()).isEmpty();
        assertThat(acknowledged.withheld(bss.metadata())).isEmpty();
        assertThat(bss.token().status()).isEqualTo(200);
        assertThat(bss.seen().getString("owner")).isEqualTo("openchami-auth/" + service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
    void aSecretIsGivenAndGetsAToken(String authentication) {
        Party bss = dynamic("openchami.auth.client.authentication", authentication);

        bss.register();

        assertThat(bss.token().status()).isEqualTo(200);
    }

    @Test
    void itsTokenReadsTheClient() {
        Party bss = dynamic();
        bss.register();

        assertThat(bss.evidence()).isEqualTo(ClientEvidence.THERE);
    }

    @Test
    void eachUpdateReplacesItsToken() {
        Party bss = dynamic();
        bss.register();
        StoredIdentity before = bss.identity();
        String first = token(bss);

        bss.update(Change.ROTATION);
        bss.update(Change.ROTATION);

        assertThat(token(bss)).isNotEqualTo(first);
        assertThat(bss.evidence()).isEqualTo(ClientEvidence.THERE);
        assertThat(bss.token().status()).isEqualTo(200);
        bss.becomes(before);
        assertThat(bss.evidence()).as("with the first token").isEqualTo(ClientEvidence.REFUSED);
    }

    @Test
    void anUpdateChangesTheScopesInPlace() {
        Party before = dynamic();
        before.register();
        Party after = party(Party.dynamic(hydra, service, "openchami.auth.peers.smd.scopes", "smd.write"), before.identity());

        assertThat(after.update(Change.CONFIGURATION).scopes()).isEqualTo(Set.of("smd.write"));

        assertThat(after.clientId()).isEqualTo(before.clientId());
        assertThat(after.token().status()).isEqualTo(200);
        assertThat(before.tokenEvidence(before.token())).isEqualTo(TokenEvidence.NOT_ALLOWED);
    }

    @Test
    void anUpdateOfASecretClientKeepsItsSecret() {
        Party bss = dynamic("openchami.auth.client.authentication", "client_secret_basic");
        bss.register();

        bss.update(Change.REPAIR);

        assertThat(bss.token().status()).isEqualTo(200);
    }

    @Test
    void keysChangePlacesWithoutAFailedCall() {
        Party bss = dynamic();
        bss.register();

        bss.becomes(bss.identity().with(bss.identity().keys().preparing(SigningKey.generate())));
        bss.update(Change.ROTATION);
        assertThat(bss.token().status()).isEqualTo(200);
        bss.becomes(bss.identity().with(bss.identity().keys().switched(Instant.EPOCH)));
        assertThat(bss.token().status()).isEqualTo(200);
        bss.becomes(bss.identity().with(bss.identity().keys().retired()));
        bss.update(Change.ROTATION);

        assertThat(bss.token().status()).isEqualTo(200);
        assertThat(bss.seen().getJsonObject("jwks").getJsonArray("keys")).hasSize(1);
    }

    @Test
    void aDeletedClientIsGone() {
        Party bss = dynamic();
        bss.register();

        bss.delete();

        assertThat(hydra.clientIds()).doesNotContain(bss.clientId());
        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.INVALID_CLIENT);
        assertThat(bss.evidence()).isEqualTo(ClientEvidence.REFUSED);
        assertManagementLost(catchThrowable(bss::delete));
    }

    @Test
    void whereAnAdministratorsPutKilledItsTokenManagementIsLostAndTokensGoOn() {
        Party bss = dynamic();
        bss.register();
        adminPuts(bss, new JsonObject().put("client_name", "touched"));

        assertManagementLost(catchThrowable(() -> bss.update(Change.REPAIR)));

        assertThat(bss.evidence()).isEqualTo(ClientEvidence.REFUSED);
        assertThat(bss.token().status()).isEqualTo(200);
    }

    @Test
    void whereManagementIsLostANewClientTakesThePlace() {
        Party bss = dynamic();
        bss.register();
        String first = bss.clientId();
        adminPuts(bss, someKeys());
        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.KEY_UNKNOWN);

        bss.register();
        bss.becomes(bss.identity().settled(true));

        assertThat(bss.clientId()).isNotEqualTo(first);
        assertThat(bss.token().status()).isEqualTo(200);
        assertThat(bss.evidence()).isEqualTo(ClientEvidence.THERE);
    }
}
