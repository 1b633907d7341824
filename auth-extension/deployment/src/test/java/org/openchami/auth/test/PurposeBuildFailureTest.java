package org.openchami.auth.test;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.Purpose;

import io.quarkus.test.QuarkusUnitTest;

class PurposeBuildFailureTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClasses(Shouting.class))
            .assertException(failure -> assertThat(failure).hasMessageContaining("@Purpose(\"BOOT\")"));

    @Test
    void aPurposeThatPeersWouldRefuseFailsTheBuild() {
        Assertions.fail("the build must have failed");
    }

    @Path("/shout")
    public static class Shouting {
        @GET
        @Purpose("BOOT")
        public String shout() {
            return "";
        }
    }
}
