package org.openchami.auth.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.identity.OwnIdentity;
import org.openchami.auth.outbound.PeerRejections;
import org.openchami.auth.testing.junit.HydraTestResource;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

/** A peer answers 401 to the token that this service holds: the call is made once more with a newer one, where that is safe. */
@WithTestResource(value = HydraTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class ReplayTest {
    private static final int CALLS = 50;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @RegisterExtension
    static final QuarkusUnitTest APP = World.picky();

    @Inject
    OwnIdentity identity;

    @Inject
    PickyPeer peer;

    @Inject
    PeerRejections counts;

    @RestClient
    PickyClient client;

    @RestClient
    PickyByMethodClient byMethod;

    @BeforeEach
    void thePeerForgetsTheTokenHeld() {
        peer.meet();
        peer.takeYourTime();
        peer.forget(wait(identity.token("alpha")).reveal());
    }

    @Test
    void aGetIsMadeAgainWithANewerToken() {
        assertThat(wait(client.get())).isEqualTo("welcome ");

        assertThat(peer.seen()).hasSize(2);
        assertThat(peer.tokensSeen()).isEqualTo(2);
    }

    @Test
    void bothCallsBelongToTheSameTransaction() {
        wait(client.get());

        assertThat(peer.seen().stream().map(PickyPeer.Seen::transaction).distinct()).hasSize(1);
    }

    @Test
    void theNewerTokenIsKeptForTheNextCall() {
        wait(client.get());
        wait(client.get());

        assertThat(peer.seen()).hasSize(3);
        assertThat(peer.tokensSeen()).isEqualTo(2);
    }

    @Test
    void everyReturnTypeIsServed() throws IOException {
        again(() -> client.getBlocking());
        again(() -> client.getLater().toCompletableFuture().join());
        again(() -> client.getTyped().getEntity());
        again(() -> wait(client.getTypedLater()).getEntity());
        again(() -> wait(client.getResponseLater()).readEntity(String.class));
        again(() -> {
            try (Response response = client.getResponse()) {
                return response.readEntity(String.class);
            }
        });
        again(() -> {
            try (InputStream stream = client.getStream()) {
                return new String(stream.readAllBytes(), UTF_8);
            }
        });
        again(() -> {
            File file = client.getFile();
            String text = Files.readString(file.toPath());
            Files.delete(file.toPath());
            return text;
        });
        again(() -> {
            client.delete();
            return "welcome ";
        });
    }

    private void again(Callable<String> call) {
        thePeerForgetsTheTokenHeld();
        try {
            assertThat(call.call()).isEqualTo("welcome ");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        assertThat(peer.seen()).hasSize(2);
    }

    @Test
    void aMethodWithAnAnnotationOfItsOwnIsServed() {
        assertThat(byMethod.get()).isEqualTo("welcome ");
    }

    @Test
    void aClientThatTheServiceBuiltItselfIsServed() {
        assertThat(wait(built(QuarkusRestClientBuilder.newBuilder()).get())).isEqualTo("welcome ");
    }

    @Test
    void theBodyOfAPutArrivesWholeBothTimes() {
        String body = "0123456789".repeat(10_000);

        assertThat(wait(client.put(body))).isEqualTo("welcome " + body);
        assertThat(peer.seen()).extracting(PickyPeer.Seen::body).containsExactly(body, body);
    }

    @Test
    void aFileIsSentAgain(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("body"), "from a file");

        assertThat(wait(client.put(file.toFile()))).isEqualTo("welcome from a file");
        assertThat(peer.seen()).extracting(PickyPeer.Seen::body).containsExactly("from a file", "from a file");
    }

    @Test
    void aBodyThatCanBeReadOnlyOnceIsSentOnce() {
        once(client.put(new ByteArrayInputStream("once".getBytes(UTF_8))));

        thePeerForgetsTheTokenHeld();
        once(client.put(Multi.createFrom().item(Buffer.buffer("once"))));
    }

    @Test
    void aPostIsMadeOnce() {
        once(client.post("once"));
    }

    private void once(Uni<?> call) {
        refused(call);
        assertThat(peer.seen()).extracting(PickyPeer.Seen::body).containsExactly("once");
    }

    @Test
    void aPeerThatKnowsNobodyIsAskedTwiceAndNoMore() {
        peer.knowNobody();

        refused(client.get());
        assertThat(peer.seen()).hasSize(2);
    }

    @Test
    void aPeerThatKnowsNobodyCostsOneRenewalAPause() {
        peer.meet();
        peer.knowNobody();
        long start = System.nanoTime();

        for (int i = 0; i < CALLS; i++) {
            refused(client.get());
        }

        long pauses = 1 + Duration.ofNanos(System.nanoTime() - start).dividedBy(PAUSE);
        assertThat(peer.tokensSeen()).isLessThanOrEqualTo(1 + pauses);
        assertThat(peer.seen().size()).isBetween(CALLS, CALLS + (int) pauses);
    }

    @Test
    void anAnswerThatIsNoExceptionIsServedToo() {
        PickyClient lenient = built(
                QuarkusRestClientBuilder.newBuilder().property("microprofile.rest.client.disable.default.mapper", true));

        assertThat(wait(lenient.getTypedLater()).getEntity()).isEqualTo("welcome ");
        assertThat(peer.seen()).hasSize(2);

        peer.meet();
        peer.knowNobody();
        assertThat(wait(lenient.getTypedLater()).getStatus()).isEqualTo(401);
        assertThat(peer.seen().size()).isLessThanOrEqualTo(2);
    }

    @Test
    void aRefusalThatIsNotAboutTheTokenGoesToTheCaller() {
        peer.sayWhy("Bearer error=\"insufficient_user_authentication\"");

        refused(client.get());
        assertThat(peer.seen()).hasSize(1);
    }

    @Test
    void rejectionsAndReplaysAreCounted() {
        long rejections = counts.rejections().get("alpha").sum();
        long replays = counts.replays().get("alpha").sum();

        wait(client.get());

        assertThat(counts.rejections().get("alpha").sum()).isEqualTo(rejections + 1);
        assertThat(counts.replays().get("alpha").sum()).isEqualTo(replays + 1);
    }

    private static PickyClient built(QuarkusRestClientBuilder builder) {
        return builder.baseUri(URI.create(World.URL)).build(PickyClient.class);
    }

    private static void refused(Uni<?> call) {
        assertThatThrownBy(() -> wait(call)).isInstanceOfSatisfying(ClientWebApplicationException.class,
                refusal -> assertThat(refusal.getResponse().getStatus()).isEqualTo(401));
    }

    private static <T> T wait(Uni<T> call) {
        return call.await().atMost(LIMIT);
    }
}
