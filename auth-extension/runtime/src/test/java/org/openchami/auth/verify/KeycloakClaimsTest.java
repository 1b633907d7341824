package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeycloakClaimsTest {
    private static final Mapping USER = Mapping.of(new KeycloakClaims(),
            "{\"typ\":\"Bearer\",\"sub\":\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\",\"azp\":\"Portal\",\"preferred_username\":\"operator\","
                    + "\"scope\":\"profile smd.read\",\"realm_access\":{\"roles\":[\"ops\",\"offline_access\"]}}");
    private static final Mapping SERVICE = USER.with("preferred_username", "\"service-account-Portal\"").with("client_id", "\"Portal\"");

    @Test
    void aUserComesThroughTheAuthorizedParty() {
        assertThat(USER.principal()).isEqualTo(new Principal.User(Mapping.ISS, "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "Portal"));
    }

    @Test
    void rolesOfTheRealmAreGroupsAndScopesAreWords() {
        assertThat(USER.groups()).containsExactlyInAnyOrder("ops", "offline_access");
        assertThat(USER.scopes()).containsExactlyInAnyOrder("profile", "smd.read");
        assertThat(USER.without("realm_access").groups()).isEmpty();
    }

    @Test
    void aServiceAccountUserOfItsClientIsAService() {
        assertThat(SERVICE.principal()).isEqualTo(new Principal.Service(Mapping.ISS, "Portal"));
        assertThat(SERVICE.with("preferred_username", "\"service-account-portal\"").principal()).isInstanceOf(Principal.Service.class);
    }

    @Test
    void oneMarkOfAServiceWithoutTheOtherIsNeither() {
        SERVICE.without("client_id").isRefused(Reason.PRINCIPAL);
        SERVICE.with("client_id", "\"other\"").isRefused(Reason.PRINCIPAL);
        SERVICE.with("preferred_username", "\"operator\"").isRefused(Reason.PRINCIPAL);
        SERVICE.without("preferred_username").isRefused(Reason.PRINCIPAL);
    }

    @Test
    void aUserWhoIsCalledAsAnotherServicesAccountIsNeither() {
        USER.with("preferred_username", "\"service-account-bss\"").isRefused(Reason.PRINCIPAL);
        SERVICE.with("preferred_username", "\"service-account-bss\"").isRefused(Reason.PRINCIPAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ID\"", "\"Refresh\"", "\"Offline\"", "\"Logout\"", "\"bearer\"", "\"JWT\"", "\"DPoP\"", "\"\"", "1", "null"})
    void whatIsNoAccessTokenIsRefused(String typ) {
        USER.with("typ", typ).isRefused(Reason.TYPE);
        USER.without("typ").isRefused(Reason.TYPE);
    }

    @Test
    void aTokenBoundToAKeySaysSo() {
        assertThat(USER.with("typ", "\"DPoP\"").with("cnf", "{\"jkt\":\"x\"}").principal()).isInstanceOf(Principal.User.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "azp"})
    void withoutSubjectOrPartyItIsNeither(String name) {
        USER.without(name).isRefused(Reason.PRINCIPAL);
    }

    @Test
    void rolesOfAnotherKindAreRefused() {
        USER.with("realm_access", "{\"roles\":\"ops\"}").isRefused(Reason.CLAIMS);
        USER.with("realm_access", "{\"roles\":[1]}").isRefused(Reason.CLAIMS);
    }

    @Test
    void scopesOfAnotherKindAreRefused() {
        USER.with("scope", "{}").isRefused(Reason.SCOPE);
    }
}
