package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HydraClaimsTest {
    private static final Mapping USER = Mapping.of(new HydraClaims(),
            "{\"sub\":\"operator\",\"client_id\":\"cli\",\"scp\":[\"smd.read\",\"smd.write\"],\"ext\":{}}");

    @Test
    void aSubjectThatIsNotItsClientIsAUser() {
        assertThat(USER.principal()).isEqualTo(new Principal.User(Mapping.ISS, "operator", "cli"));
    }

    @Test
    void aSubjectThatIsItsClientIsAService() {
        assertThat(USER.with("sub", "\"cli\"").principal()).isEqualTo(new Principal.Service(Mapping.ISS, "cli"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "client_id"})
    void withoutSubjectOrClientItIsNeither(String name) {
        USER.without(name).isRefused(Reason.PRINCIPAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "1", "null", "[\"cli\"]", "\"a\\u0000\"", "\"a\\nb\"", "\"a\\u007f\"", "\"a\\u0085\""})
    void aSubjectOrClientThatIsNoNameIsNeither(String json) {
        USER.with("sub", json).isRefused(Reason.PRINCIPAL);
        USER.with("client_id", json).isRefused(Reason.PRINCIPAL);
    }

    @Test
    void aNameOfMoreThan255CharactersIsNone() {
        assertThat(USER.with("sub", "\"" + "s".repeat(255) + "\"").principal().id()).hasSize(255);
        USER.with("sub", "\"" + "s".repeat(256) + "\"").isRefused(Reason.PRINCIPAL);
    }

    @Test
    void scopesAreAListOrWords() {
        assertThat(USER.scopes()).containsExactlyInAnyOrder("smd.read", "smd.write");
        assertThat(USER.without("scp").with("scope", "\"a b\"").scopes()).containsExactlyInAnyOrder("a", "b");
        assertThat(USER.without("scp").scopes()).isEmpty();
        assertThat(USER.without("scp").with("scope", "\"\"").scopes()).isEmpty();
    }

    @Test
    void bothFormsOfScopesSayTheSameOrNothing() {
        assertThat(USER.with("scope", "\"smd.write smd.read\"").scopes()).containsExactlyInAnyOrder("smd.read", "smd.write");
        USER.with("scope", "\"smd.read\"").isRefused(Reason.SCOPE);
        USER.with("scope", "\"\"").isRefused(Reason.SCOPE);
        USER.with("scp", "[]").with("scope", "\"smd.admin\"").isRefused(Reason.SCOPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"scp~1", "scp~null", "scp~{\"a\":1}", "scp~[1]", "scp~[[\"a\"]]",
            "scp~[\"a b\"]",
            "scp~[\"\"]", "scp~[\"a\\\\\"]", "scp~[\"\\u00e9\"]", "scope~\"a\\tb\"", "scope~\"a\\nb\"", "scope~\"a\\\"b\"", "scope~true"})
    void scopesOfAnotherKindAreRefused(String name, String json) {
        USER.without("scp").with(name, json).isRefused(Reason.SCOPE);
    }

    @Test
    void groupsAreInExtOrBesideIt() {
        assertThat(USER.groups()).isEmpty();
        assertThat(USER.with("groups", "[\"ops\"]").groups()).containsExactly("ops");
        assertThat(USER.with("ext", "{\"groups\":[\"ops\"]}").groups()).containsExactly("ops");
        assertThat(USER.with("ext", "{\"groups\":[\"ops\"]}").with("groups", "[\"ops\"]").groups()).containsExactly("ops");
        USER.with("ext", "{\"groups\":[\"ops\"]}").with("groups", "[\"admins\"]").isRefused(Reason.CLAIMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ops\"", "1", "null", "[1]", "{\"ops\":1}"})
    void groupsOfAnotherKindAreRefused(String json) {
        USER.with("groups", json).isRefused(Reason.CLAIMS);
    }
}
