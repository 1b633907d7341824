package org.openchami.auth.tck;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.microprofile.jwt.tck.util.TokenUtils;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;

/**
 * An application that publishes its own keys can't read them before it is there. Until then it answers 503, which a client repeats; the TCK does
 * not. So its tests begin once a token of a key that nobody has is refused, and not put off any more.
 */
public class KeysAtHand {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int LATER = 503;

    /** Gives up silently: keys that can't be had are what the test is about, then. */
    public void await(@Observes AfterDeploy deployed) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getProperty(FreePort.BASE) + "nothing"))
                .header("Authorization",
                        "Bearer " + TokenUtils.signClaims(TokenUtils.readPrivateKey("/privateKey.pem"), "nobody", "/Token1.json"))
                .build();
        Instant end = Instant.now().plus(LIMIT);
        while (HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == LATER
                && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
    }
}
