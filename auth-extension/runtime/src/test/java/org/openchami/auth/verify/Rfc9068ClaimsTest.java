package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Rfc9068ClaimsTest {
    private static final Mapping USER = Mapping.of(new Rfc9068Claims(),
            "{\"sub\":\"5ba552d67\",\"client_id\":\"s6BhdRkqt3\",\"jti\":\"dbe39bf3a3ba4238a513f51d6e1691c4\",\"scope\":\"openid reademail\"}");

    @Test
    void theExampleOfTheRfcIsAUsers() {
        assertThat(USER.principal()).isEqualTo(new Principal.User(Mapping.ISS, "5ba552d67", "s6BhdRkqt3"));
        assertThat(USER.scopes()).containsExactlyInAnyOrder("openid", "reademail");
    }

    @Test
    void aSubjectThatIsItsClientIsAService() {
        assertThat(USER.with("sub", "\"s6BhdRkqt3\"").principal()).isEqualTo(new Principal.Service(Mapping.ISS, "s6BhdRkqt3"));
    }

    @ParameterizedTest
    @CsvSource({"sub,PRINCIPAL", "client_id,PRINCIPAL", "jti,CLAIMS"})
    void whatTheRfcRequiresIsNeeded(String name, Reason reason) {
        USER.without(name).isRefused(reason);
        USER.with(name, "1").isRefused(reason);
        USER.with(name, "\"\"").isRefused(reason);
    }

    @Test
    void groupsRolesAndEntitlementsAreUnited() {
        assertThat(USER.with("groups", "[\"a\"]").with("roles", "[\"b\"]").with("entitlements", "[\"c\"]").groups())
                .containsExactlyInAnyOrder("a", "b", "c");
        USER.with("entitlements", "\"c\"").isRefused(Reason.CLAIMS);
    }

    @Test
    void aListOfScopesInAnotherClaimIsNotRead() {
        assertThat(USER.without("scope").with("scp", "[\"smd.write\"]").scopes()).isEmpty();
    }
}
