package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPoliciesTest {

    @ParameterizedTest
    @CsvSource({"/*,/a/b", "/a/*,/a/b", "/a/*,/a", "/a/b,/a/b", "/a/7,/a/{id}", "/a/*/c,/a/b/c", "/a/x/y,/a/{rest:.+}", "/*,/",
            "/a/b/*,/a/{id}/c"})
    void aPolicyThatCanBeAskedForARouteMeetsIt(String pattern, String template) {
        assertThat(PathPolicies.meets(pattern, template)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/b/*,/a/b", "/a,/a/b", "/a/b/c,/a/b", "/a/c,/a/b", "/a/*/c,/a/b/d"})
    void anotherDoesNot(String pattern, String template) {
        assertThat(PathPolicies.meets(pattern, template)).isFalse();
    }
}
