package org.openchami.auth.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** A start that stops says what to do, once. */
class StartFailureTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app().overrideConfigKey("openchami.auth.authority", "hydra")
            .overrideConfigKey("openchami.auth.trusted-proxies", "gateway").assertException(failure -> assertThat(messages(failure))
                    .contains("openchami.auth.authority: 'hydra' is not an http or https address with a host. Set it, for example")
                    .contains("openchami.auth.registration.url: it is missing. Set it, for example")
                    .contains("openchami.auth.trusted-proxies: 'gateway' is not a network. Use CIDR notation"));

    @Test
    void namesEachKeyItsProblemAndTheCure() {
        Assertions.fail("the start must have stopped");
    }

    private static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }
}
