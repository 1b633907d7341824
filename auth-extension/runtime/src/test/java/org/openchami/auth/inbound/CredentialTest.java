package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.MultiMap;

class CredentialTest {

    private static Credential read(String... values) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (String value : values) {
            headers.add("Authorization", value);
        }
        return Credential.read(headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "bEaReR a.b.c"})
    void theSchemesCaseDoesNotMatter(String value) {
        assertThat(read(value)).isEqualTo(new Credential.Bearer("a.b.c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a-._~+/9", "a=", "a==", "eyJhbGciOiJFUzI1NiJ9.e30.AA"})
    void aTokenOfTheRfcsFormIsTaken(String token) {
        assertThat(read("Bearer " + token)).isEqualTo(new Credential.Bearer(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPoP a.b.c", "dpop a.b.c", "DPOP a.b.c"})
    void aTokenThatNeedsAProofSaysSo(String value) {
        assertThat(read(value)).isEqualTo(new Credential.DPoP("a.b.c"));
    }

    @Test
    void noHeaderIsNoCredential() {
        assertThat(read()).isInstanceOf(Credential.None.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "bearer", "Basic dXNlcjpwYXNz", "Negotiate abc", "DPoP", "DPoP ", "dpop"})
    void aSchemeWithoutTokenOrAnotherSchemeIsNoCredential(String value) {
        assertThat(read(value)).isInstanceOf(Credential.None.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "a.b.c", "Bearer  a.b.c", "Bearer\ta.b.c", " Bearer a.b.c", "Bearer a,b",
            "Bearer a.b.c, Bearer d.e.f",
            "Bearer a b", "Bearer a.b.c ", "Bearer =a", "Bearer a=b", "Bearer \"a\"", "Bearer a;b", "Bearer ä", "Bearer a\u0141",
            "Bearer a\u0000",
            "Bearer a\n",
            "Bearer:a", "Bearer,a", "DPoP a, DPoP b", "DPoP  a", "B@sic a", "<script> x"})
    void whatNoClientShouldSendIsMalformed(String value) {
        assertThat(read(value)).isInstanceOf(Credential.Malformed.class);
    }

    @Test
    void twoHeadersAreMalformedEvenIfTheyAgree() {
        assertThat(read("Bearer a", "Bearer b")).isInstanceOf(Credential.Malformed.class);
        assertThat(read("Bearer a", "Bearer a")).isInstanceOf(Credential.Malformed.class);
        assertThat(read("Bearer a", "Basic b")).isInstanceOf(Credential.Malformed.class);
    }

    @Test
    void itsTextIsMasked() {
        assertThat(read("Bearer s3cret")).hasToString("Bearer[***]");
        assertThat(read("DPoP s3cret")).hasToString("DPoP[***]");
    }
}
