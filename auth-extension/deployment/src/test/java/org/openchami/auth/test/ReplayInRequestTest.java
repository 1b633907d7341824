package org.openchami.auth.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.identity.OwnIdentity;
import org.openchami.auth.testing.junit.HydraTestResource;
import org.openchami.auth.testing.user.UserLogin;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.smallrye.mutiny.Uni;

/** A peer's 401 while this service serves somebody, and many of them at once. */
@WithTestResource(value = HydraTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ReplayInRequestTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int STORM = 1000;

    @RegisterExtension
    static final QuarkusUnitTest APP = World.picky()
            .setLogRecordPredicate(line -> line.getMessage().contains("OCAUTH-0215"))
            .assertLogRecords(lines -> assertThat(lines).as("one line a newer token").hasSize(2));

    @Inject
    OwnIdentity identity;

    @Inject
    PickyPeer peer;

    @RestClient
    PickyClient client;

    @ConfigProperty(name = "openchami.auth.authority")
    URI authority;

    @ConfigProperty(name = "openchami.auth.registration.url")
    URI admin;

    @BeforeEach
    void meet() {
        peer.meet();
    }

    @Test
    void aUsersTokenIsNeitherReplacedNorSentTwice() {
        String user = UserLogin.token(authority, admin, "operator", Set.of("alpha.read"), UserLogin.CLUSTER);
        String own = token();
        peer.forget(user);

        given().auth().oauth2(user).get("/picky/relay").then().statusCode(200).body(equalTo("401"));

        assertThat(peer.seen()).extracting(PickyPeer.Seen::token).containsExactly("Bearer " + user);
        assertThat(token()).isEqualTo(own);
    }

    @Test
    void aNodesRequestIsServedWithoutANoticeableFailure() {
        peer.takeYourTime();
        peer.forget(token());

        given().get("/picky/relay-as-service?node=x1000c0s0b0n0").then().statusCode(200).body(equalTo("welcome "));

        assertThat(peer.seen()).hasSize(2);
        assertThat(peer.seen().stream().map(PickyPeer.Seen::transaction).distinct()).hasSize(1);
    }

    @Test
    void aThousandCallsRefusedAtOnceCostOneRenewal() {
        peer.forget(token());

        List<String> answers = Uni.join().all(Stream.generate(client::get).limit(STORM).toList()).andFailFast().await().atMost(LIMIT);

        assertThat(answers).hasSize(STORM).containsOnly("welcome ");
        assertThat(peer.tokensSeen()).isEqualTo(2);
        assertThat(peer.seen().size()).isLessThanOrEqualTo(2 * STORM);
    }

    private String token() {
        return identity.token("alpha").await().atMost(LIMIT).reveal();
    }
}
