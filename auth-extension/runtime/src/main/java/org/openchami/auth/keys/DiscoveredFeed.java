package org.openchami.auth.keys;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.config.Origins;
import org.openchami.auth.keys.KeyFeedException.Fault;
import org.openchami.auth.keys.Surroundings.Moment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

/**
 * A JWK set at the address that the issuer's metadata name: OpenID Connect Discovery 1.0 section 4 first, RFC 8414 section 3 where there is none.
 * The metadata must be those of the configured issuer, letter by letter (RFC 8414 section 3.3). Their {@code jwks_uri} must be https, or of
 * the very origin that the metadata came from: over plain http anybody on the way could put keys of their own there, and who reads the metadata by
 * an inner name trusts the way to that name alone.
 */
final class DiscoveredFeed implements KeyFeed {
    private static final int OK = 200;
    private static final int CLIENT_ERRORS = 4;
    /** How long the address of the keys serves before it is looked up again; after a failure it is at once. */
    private static final Duration LIFE = Duration.ofHours(1);

    private record Located(AddressFeed feed, Moment at) {}

    private final String issuer;
    private final URI openId;
    private final URI oauth;
    private final AuthorityClient http;
    private final Surroundings around;
    private volatile Located located;

    /** @param base without a slash at its end */
    DiscoveredFeed(String issuer, URI base, AuthorityClient http, Surroundings around) {
        this.issuer = issuer;
        this.openId = URI.create(base + "/.well-known/openid-configuration");
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        this.oauth = base.resolve("/.well-known/oauth-authorization-server" + path);
        this.http = http;
        this.around = around;
    }

    @Override
    public Uni<Published> read() {
        Located now = located;
        boolean known = now != null && around.age(now.at()) < LIFE.toMillis();
        Uni<AddressFeed> feed = known ? Uni.createFrom().item(now.feed()) : locate();
        return feed.chain(AddressFeed::read).onFailure().invoke(() -> located = null);
    }

    private Uni<AddressFeed> locate() {
        return http.get(openId).chain(answer -> answer.status() / 100 == CLIENT_ERRORS
                ? http.get(oauth).map(other -> keys(oauth, other))
                : Uni.createFrom().item(() -> keys(openId, answer)))
                .invoke(feed -> located = new Located(feed, around.now()));
    }

    private AddressFeed keys(URI metadata, Answer answer) {
        JsonObject json = answer.json().filter(object -> answer.status() == OK).orElseThrow(
                () -> new KeyFeedException(Fault.NO_METADATA, metadata.toString(), "HTTP " + answer.status() + " without metadata",
                        answer.retryAfter(around.clock())));
        if (!issuer.equals(json.getValue("issuer"))) {
            throw new KeyFeedException(Fault.OTHER_ISSUER, metadata.toString(), "its issuer is not exactly " + issuer
                    + ". Cure: configure the issuer as it is written there, if it is the one that is meant");
        }
        return new AddressFeed(safe(metadata, json.getValue("jwks_uri")), http, around.clock());
    }

    private static URI safe(URI metadata, Object address) {
        try {
            if (address instanceof String text) {
                URI uri = new URI(text);
                if (uri.getHost() != null && uri.getRawUserInfo() == null
                        && ("https".equalsIgnoreCase(uri.getScheme()) || Origins.of(uri).equals(Origins.of(metadata)))) {
                    return uri;
                }
            }
        } catch (URISyntaxException e) {
            // as bad as any other
        }
        throw new KeyFeedException(Fault.UNSAFE_KEYS_ADDRESS, metadata.toString(),
                "its jwks_uri is neither https nor of this origin. Cure: give the address of the keys itself, with keys-url");
    }

    @Override
    public String address() {
        return openId.toString();
    }
}
