package org.openchami.auth.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.CallAs;
import org.openchami.auth.Caller;

import io.quarkus.test.QuarkusUnitTest;

class CallAsBuildFailureTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClasses(NoClient.class))
            .assertException(failure -> assertThat(failure).hasMessageContaining("has @CallAs, but is no REST client"));

    @Test
    void anAnnotationThatWouldDoNothingFailsTheBuild() {
        Assertions.fail("the build must have failed");
    }

    @CallAs(Caller.SERVICE)
    interface NoClient {}
}
