package org.openchami.auth.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpPathsTest {

    @ParameterizedTest
    @CsvSource({"/,q,/q/health,true", "/,q,/q,false", "/,q,/qx/health,false", "/,q,/x/q/health,false", "/api,q,/api/q/health,true",
            "/api,q,/q/health,false", "/api,/manage,/manage/health,true", "/,manage/,/manage/health,true", "/,/,/anything,false"})
    void ownEndpointsAreWhereQuarkusPutsThem(String root, String own, String path, boolean contained) {
        assertThat(new HttpPaths(root, own, "").own(path)).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({"/,q,/q/auth", "/api,q,/q/auth", "/api,/api/q,/q/auth", "/,manage,/manage/auth"})
    void theRouterStandsAtTheRoot(String root, String own, String route) {
        assertThat(new HttpPaths(root, own, "").route("auth")).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({"/,,/", "/api,,/api/", "/,v1,/v1/", "/api/,/v1/,/api/v1/"})
    void resourcesAreBelowTheRootAndTheirOwnPath(String root, String rest, String prefix) {
        assertThat(new HttpPaths(root, "q", rest == null ? "" : rest).resources()).isEqualTo(prefix);
    }

    @ParameterizedTest
    @CsvSource({"/,/a/b,/a/b", "/api,/api/a,/a", "/api,/other,/other"})
    void aPathBelowTheRootIsKnownWithoutIt(String root, String path, String below) {
        assertThat(new HttpPaths(root, "q", "").belowRoot(path)).isEqualTo(below);
    }
}
