package org.openchami.auth.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.token.TokenClaims;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Callers with an X.509 client certificate that TLS has verified, with and without a token. */
@WithTestResource(value = TrustedAuthority.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ClientCertificateTest {
    private static final String RULE = "openchami.auth.certificates.";
    private static final URI BASE = URI.create("https://localhost:28472");

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class, TrustedAuthority.class, Identities.class, TlsCaller.class)
            .setBeforeAllCustomizer(Identities::make)
            .overrideConfigKey("openchami.auth.store.directory", "target/state/certificates")
            .overrideConfigKey("quarkus.http.test-ssl-port", "28472")
            .overrideConfigKey("quarkus.http.ssl.client-auth", "request")
            .overrideConfigKey("quarkus.tls.key-store.p12.path", Identities.file("server").toString())
            .overrideConfigKey("quarkus.tls.key-store.p12.password", Identities.PASSWORD)
            .overrideConfigKey("quarkus.tls.trust-store.p12.path", Identities.file("trust").toString())
            .overrideConfigKey("quarkus.tls.trust-store.p12.password", Identities.PASSWORD)
            .overrideConfigKey(RULE + "beta.subject", "CN=beta,O=Cluster").overrideConfigKey(RULE + "beta.scopes", "alpha.read")
            .overrideConfigKey(RULE + "alice.san-uri", "spiffe://cluster/user/alice").overrideConfigKey(RULE + "alice.kind", "user")
            .overrideConfigKey(RULE + "alice.scopes", "alpha.read").overrideConfigKey(RULE + "alice.roles", "admins");

    @ConfigProperty(name = TrustedAuthority.ADMIN)
    URI admin;

    private static void is(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void aServiceIsKnownByItsCertificateAlone() throws Exception {
        is(TlsCaller.as(BASE, "beta").get("/doors/closed"), 200, "\"beta\"");
        assertThat(TlsCaller.as(BASE, "beta").get("/doors/admins").statusCode()).isEqualTo(403);
    }

    @Test
    void aUserIsKnownByACertificateAndHasItsRoles() throws Exception {
        is(TlsCaller.as(BASE, "alice").get("/doors/admins"), 200, "alice");
    }

    @Test
    void whoamiNamesTheRule() throws Exception {
        assertThat(TlsCaller.as(BASE, "alice").get("/q/auth/whoami").body()).contains("\"rule\":\"certificate alice\"")
                .contains("\"kind\":\"user\"");
    }

    @Test
    void aCertificateThatStandsForNobodyIsNobodys() throws Exception {
        TlsCaller stranger = TlsCaller.as(BASE, "stranger");

        is(stranger.get("/doors/open"), 200, "nobody");
        HttpResponse<String> refused = stranger.get("/doors/closed/1");
        is(refused, 401, "no token found\n");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).get().asString().startsWith("Bearer realm=\"alpha\"");
    }

    @Test
    void withoutACertificateNobodyCalls() throws Exception {
        is(TlsCaller.withoutCertificate(BASE).get("/doors/open"), 200, "nobody");
        assertThat(TlsCaller.withoutCertificate(BASE).get("/doors/closed").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foreign", "expired"})
    void aCertificateThatTlsDoesNotBelieveGetsNoAnswer(String name) throws Exception {
        TlsCaller caller = TlsCaller.as(BASE, name);

        assertThatThrownBy(() -> caller.get("/doors/open")).isInstanceOf(IOException.class);
    }

    @Test
    void whoSendsATokenIsWhoTheTokenSays() throws Exception {
        is(TlsCaller.as(BASE, "beta").get("/doors/closed", "Authorization", "Bearer " + TrustedAuthority.user(admin, "alpha.read")), 200,
                "\"operator\"");
        assertThat(TlsCaller.as(BASE, "beta").get("/doors/closed", "Authorization", "Bearer x.y.z").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenBoundToACertificateIsGoodWithItAlone() throws Exception {
        TlsCaller beta = TlsCaller.as(BASE, "beta");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(beta.certificate().getEncoded());
        TokenClaims claims = TokenClaims.of(TrustedAuthority.ISSUER).scopes("alpha.read").with("cnf",
                Map.of("x5t#S256", Base64.getUrlEncoder().withoutPadding().encodeToString(hash)));
        String bound = "Bearer " + TrustedAuthority.token(admin, claims);

        for (int time = 0; time < 2; time++) {
            is(beta.get("/doors/closed", "Authorization", bound), 200, "\"operator\"");
            is(TlsCaller.as(BASE, "alice").get("/doors/closed", "Authorization", bound), 401, "token is unauthorized\n");
            is(TlsCaller.withoutCertificate(BASE).get("/doors/closed", "Authorization", bound), 401, "token is unauthorized\n");
        }
    }

    @Test
    void aCallForAUserWithoutATokenIsNeverMadeAsTheService() throws Exception {
        is(TlsCaller.as(BASE, "alice").get("/things/relay"), 403, "a user is needed\n");
        is(TlsCaller.as(BASE, "alice").get("/things/open-as-user"), 403, "a user is needed\n");
    }

    @Test
    void aServiceWithACertificateHasNoTokenToCarryAContext() throws Exception {
        assertThat(TlsCaller.as(BASE, "beta").get("/things/read").statusCode()).isEqualTo(403);
    }
}
