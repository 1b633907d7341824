package org.openchami.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.WiredWorld;
import org.openchami.it.world.World;

/** Many callers at once, and nothing registered yet. */
@ExtendWith(SharedWorld.class)
class FirstCallsTest {
    private static final int CALLERS = 1_000;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WiredWorld wired;
    private final World world;

    FirstCallsTest(WiredWorld wired) {
        this.wired = wired;
        this.world = wired.world();
    }

    @Test
    void aThousandFirstCallsMakeOneRegistrationAndOneTokenRequest() {
        world.bss().stop();
        world.bss().loseState();
        world.hydra().deleteClient("bss");
        wired.hydraAdmin().forget();
        wired.hydra().forget();
        wired.smd().forget();
        wired.hydraAdmin().hold();
        world.bss().start();
        world.bss().awaitListening();
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, CALLERS).mapToObj(this::boot).toList();
        await("the registration").atMost(Duration.ofSeconds(30)).until(() -> wired.hydraAdmin().held() > 0);
        wired.hydraAdmin().release();

        calls.forEach(call -> assertThat(call.join().statusCode()).isEqualTo(200));
        calls.forEach(call -> assertThat(call.join().body()).startsWith("#!ipxe\n"));
        world.bss().awaitReady();
        assertThat(wired.hydraAdmin().count("POST", "/admin/clients")).isEqualTo(1);
        assertThat(wired.hydra().count("POST", "/oauth2/token")).isEqualTo(1);
        assertThat(RegisteredClient.allOfBss(world.hydra())).isEqualTo(List.of("bss"));
        assertThat(wired.smd().passed()).isNotEmpty().allSatisfy(one -> assertThat(one.status()).isEqualTo(200));
    }

    /** Each a node of its own, so that no two of them share an answer of smd. */
    private CompletableFuture<HttpResponse<String>> boot(int number) {
        String mac = "52:54:00:aa:%02x:%02x".formatted(number / 256, number % 256);
        URI uri = URI.create(world.bss().url() + "/boot/v1/bootscript?mac=" + mac);
        return http.sendAsync(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }
}
