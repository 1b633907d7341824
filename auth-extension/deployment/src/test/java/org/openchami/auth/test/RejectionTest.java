package org.openchami.auth.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.identity.OwnIdentity;
import org.openchami.auth.outbound.PeerRejections;
import org.openchami.auth.testing.junit.HydraTestResource;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

@WithTestResource(value = HydraTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@WithTestResource(value = LastWords.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class RejectionTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @RegisterExtension
    static final QuarkusUnitTest APP = World.picky().overrideConfigKey("openchami.auth.store.directory", "target/state/gone");

    @Inject
    PeerRejections counts;

    @Inject
    OwnIdentity identity;

    @Inject
    PickyPeer alpha;

    @RestClient
    PickyClient client;

    @ConfigProperty(name = LastWords.URL)
    URI peer;

    @Test
    @Timeout(30)
    void aRefusedPostGoesToTheCallerAndTheNextOneHasANewToken() throws InterruptedException {
        String old = token();
        alpha.forget(old);

        assertThatThrownBy(() -> client.post("once").await().atMost(LIMIT)).hasMessageContaining("401");
        assertThat(alpha.seen()).hasSize(1);

        // nobody waits for the new one
        while (token().equals(old)) {
            Thread.sleep(10);
        }
        assertThat(client.post("again").await().atMost(LIMIT)).isEqualTo("welcome again");
    }

    private String token() {
        return identity.token("alpha").await().atMost(LIMIT).reveal();
    }

    @Test
    void aPeerThatDiesBeforeTheSecondCallIsAFailureToConnectAndNoSecondRejection() {
        PickyClient built = QuarkusRestClientBuilder.newBuilder().baseUri(peer).build(PickyClient.class);

        assertThatThrownBy(() -> built.get().await().atMost(LIMIT)).hasMessageContaining("Connection refused");

        assertThat(counts.rejections().get("gone").sum()).isEqualTo(1);
        assertThat(counts.replays().get("gone").sum()).isEqualTo(1);
    }
}
