package org.openchami.auth.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class RedirectFailureTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app().overrideConfigKey("openchami.auth.authority", "http://127.0.0.1:1")
            .overrideConfigKey("openchami.auth.registration.url", "http://127.0.0.1:1")
            .overrideConfigKey("openchami.auth.store.directory", "target/state/redirect")
            .overrideConfigKey("quarkus.rest-client.\"org.openchami.auth.test.ThingsClient\".follow-redirects", "true")
            .assertException(failure -> assertThat(failure)
                    .hasMessageContaining(
                            "follow-redirects: following redirects could hand a token to another origin"));

    @Test
    void aClientThatCarriesTokensMayNotFollowRedirects() {
        Assertions.fail("the start must have stopped");
    }
}
