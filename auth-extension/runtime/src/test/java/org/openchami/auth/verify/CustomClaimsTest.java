package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.config.ClaimPaths;

class CustomClaimsTest {
    private static final String CLAIMS = "{\"who\":{\"name\":\"operator\"},\"app\":\"portal\",\"may\":{\"do\":\"read write\"},\"in\":[\"ops\"],"
            + "\"https://example.org/roles\":[\"admins\"],\"kind\":\"person\"}";
    private static final Mapping USER = Mapping.of(mapping("in", Optional.of("kind=machine")), CLAIMS);

    private static CustomClaims mapping(String groups, Optional<String> service) {
        return new CustomClaims(new ClaimPaths("who/name", Optional.of("app"), Optional.of("may/do"), Optional.of(groups), service));
    }

    @Test
    void allIsReadWhereTheOperatorSays() {
        assertThat(USER.principal()).isEqualTo(new Principal.User(Mapping.ISS, "operator", "portal"));
        assertThat(USER.scopes()).containsExactlyInAnyOrder("read", "write");
        assertThat(USER.groups()).containsExactly("ops");
    }

    @Test
    void aNameWithSlashesIsFoundAsItIs() {
        assertThat(Mapping.of(mapping("https://example.org/roles", Optional.empty()), CLAIMS).groups()).containsExactly("admins");
    }

    @Test
    void theMarkOfAServiceMakesOne() {
        assertThat(USER.with("kind", "\"machine\"").principal()).isEqualTo(new Principal.Service(Mapping.ISS, "portal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"machines\"", "[\"machine\"]", "{\"machine\":1}", "null", "\"Machine\""})
    void whatOnlyLooksLikeTheMarkMakesNone(String kind) {
        assertThat(USER.with("kind", kind).principal()).isInstanceOf(Principal.User.class);
    }

    @Test
    void aMarkMayBeABoolean() {
        Mapping service = Mapping.of(mapping("in", Optional.of("robot=true")), CLAIMS).with("robot", "true");

        assertThat(service.principal()).isInstanceOf(Principal.Service.class);
        assertThat(service.with("robot", "false").principal()).isInstanceOf(Principal.User.class);
    }

    @Test
    void withoutAMarkEveryTokenIsAUsers() {
        assertThat(Mapping.of(mapping("in", Optional.empty()), CLAIMS).with("app", "\"operator\"").principal())
                .isInstanceOf(Principal.User.class);
    }

    @Test
    void whatIsNotThereIsRefused() {
        USER.without("who").isRefused(Reason.PRINCIPAL);
        USER.without("app").isRefused(Reason.PRINCIPAL);
        USER.with("who", "\"operator\"").isRefused(Reason.PRINCIPAL);
    }

    @Test
    void whatIsOfAnotherKindIsRefused() {
        USER.with("may", "{\"do\":1}").isRefused(Reason.SCOPE);
        USER.with("in", "\"ops\"").isRefused(Reason.CLAIMS);
    }

    @Test
    void ofPathsThatAreNotGivenOnlyTheGroupsHaveAUsualOne() {
        Mapping bare = Mapping.of(new CustomClaims(new ClaimPaths("sub", Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty())), "{\"sub\":\"operator\",\"scope\":\"smd.write\",\"groups\":[\"admins\"]}");

        assertThat(bare.principal()).isEqualTo(new Principal.User(Mapping.ISS, "operator", ""));
        assertThat(bare.scopes()).isEmpty();
        assertThat(bare.groups()).containsExactly("admins");
    }
}
