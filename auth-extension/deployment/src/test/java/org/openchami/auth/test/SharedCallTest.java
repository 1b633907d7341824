package org.openchami.auth.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openchami.auth.testing.junit.HydraTestResource;
import org.openchami.auth.testing.user.UserLogin;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

@WithTestResource(value = HydraTestResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class SharedCallTest {
    private static final int CALLS = 400;

    @RegisterExtension
    static final QuarkusUnitTest APP = World.app();

    @ConfigProperty(name = "openchami.auth.authority")
    URI authority;

    @ConfigProperty(name = "openchami.auth.registration.url")
    URI admin;

    @Test
    void aCallThatManyUsersShareIsMadeForEachOfThemInTheirOwnName() {
        List<String> users = List.of("operator", "auditor");
        List<String> tokens = users.stream()
                .map(name -> UserLogin.token(authority, admin, name, Set.of("alpha.read"), UserLogin.CLUSTER)).toList();
        HttpClient http = HttpClient.newHttpClient();

        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, CALLS)
                .mapToObj(i -> http.sendAsync(
                        HttpRequest.newBuilder(URI.create(World.URL + "/things/relay-shared"))
                                .header("Authorization", "Bearer " + tokens.get(i % 2)).build(),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();

        for (int i = 0; i < CALLS; i++) {
            assertThat(answers.get(i).join().body()).isEqualTo("user " + users.get(i % 2) + " - [alpha]");
        }
    }
}
