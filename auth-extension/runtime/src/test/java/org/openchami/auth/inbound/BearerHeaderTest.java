package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.MultiMap;

class BearerHeaderTest {

    private static BearerHeader read(String... values) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (String value : values) {
            headers.add("Authorization", value);
        }
        return BearerHeader.read(headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "bEaReR a.b.c"})
    void theSchemesCaseDoesNotMatter(String value) {
        assertThat(read(value)).isEqualTo(new BearerHeader.Token("a.b.c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a-._~+/9", "a=", "a==", "eyJhbGciOiJFUzI1NiJ9.e30.AA"})
    void aTokenOfTheRfcsFormIsTaken(String token) {
        assertThat(read("Bearer " + token)).isEqualTo(new BearerHeader.Token(token));
    }

    @Test
    void noHeaderIsNoCredential() {
        assertThat(read()).isInstanceOf(BearerHeader.None.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "bearer", "Basic dXNlcjpwYXNz", "Negotiate abc", "DPoP abc"})
    void aSchemeWithoutTokenOrAnotherSchemeIsNoCredential(String value) {
        assertThat(read(value)).isInstanceOf(BearerHeader.None.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "a.b.c", "Bearer  a.b.c", "Bearer\ta.b.c", " Bearer a.b.c", "Bearer a,b",
            "Bearer a.b.c, Bearer d.e.f",
            "Bearer a b", "Bearer a.b.c ", "Bearer =a", "Bearer a=b", "Bearer \"a\"", "Bearer a;b", "Bearer ä", "Bearer a\u0000",
            "Bearer a\n",
            "Bearer:a", "Bearer,a", "<script> x"})
    void whatNoClientShouldSendIsMalformed(String value) {
        assertThat(read(value)).isInstanceOf(BearerHeader.Malformed.class);
    }

    @Test
    void twoHeadersAreMalformedEvenIfTheyAgree() {
        assertThat(read("Bearer a", "Bearer b")).isInstanceOf(BearerHeader.Malformed.class);
        assertThat(read("Bearer a", "Bearer a")).isInstanceOf(BearerHeader.Malformed.class);
        assertThat(read("Bearer a", "Basic b")).isInstanceOf(BearerHeader.Malformed.class);
    }

    @Test
    void itsTextIsMasked() {
        assertThat(read("Bearer s3cret")).hasToString("Token[***]");
    }
}
