package org.openchami.auth.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class PathPolicyStartFailureTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app(Doors.class)
            .overrideConfigKey("openchami.auth.authority", "http://127.0.0.1:1")
            .overrideConfigKey("openchami.auth.registration.url", "http://127.0.0.1:1")
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.doors.paths", "doors/*")
            .overrideRuntimeConfigKey("quarkus.http.auth.permission.doors.policy", "authenticated")
            .assertException(
                    failure -> assertThat(failure).hasStackTraceContaining("quarkus.http.auth.permission.doors: it is the only guard of "
                            + "GET /doors/open"));

    @Test
    void aPathPolicyThatTheServiceIsStartedWithIsNoResourcesOnlyGuardEither() {
        Assertions.fail("the start must have failed");
    }
}
