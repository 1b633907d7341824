package org.openchami.auth.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class PathPolicyBuildFailureTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class)
            .overrideConfigKey("quarkus.http.auth.permission.doors.paths", "/doors/*")
            .overrideConfigKey("quarkus.http.auth.permission.doors.policy", "authenticated")
            .assertException(
                    failure -> assertThat(failure).hasMessageContaining("quarkus.http.auth.permission.doors: it is the only guard of "
                            + "GET /doors/open"));

    @Test
    void aPathPolicyThatIsAResourcesOnlyGuardFailsTheBuild() {
        Assertions.fail("the build must have failed");
    }
}
