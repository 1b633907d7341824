package org.openchami.auth.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class LazyAuthenticationBuildFailureTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app().overrideConfigKey("quarkus.http.auth.proactive", "false")
            .assertException(failure -> assertThat(failure).hasMessageContaining("quarkus.http.auth.proactive: it is false"));

    @Test
    void callsThatAreJudgedOnlyWhereAskedForFailTheBuild() {
        Assertions.fail("the build must have failed");
    }
}
