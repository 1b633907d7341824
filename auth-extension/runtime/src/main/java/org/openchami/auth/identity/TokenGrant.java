package org.openchami.auth.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.ClientAssertion;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.secret.BearerToken;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientException;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Jwt.Source;
import io.smallrye.mutiny.Uni;

/** Asks the token endpoint for one access token (RFC 6749 section 4.4), proven by a fresh client assertion, through Quarkus' OIDC client. */
@Singleton
class TokenGrant {
    static final String CLIENTS = "openchami-auth-";

    private final Settings settings;
    private final Clock clock;
    private final Map<String, Uni<OidcClient>> clients;

    @Inject
    TokenGrant(OidcClients clients, Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        // one a peer: the client changes its own form while it makes a request
        this.clients = settings.peers().keySet().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), peer -> {
            OidcClientConfig config = config(peer);
            return Uni.createFrom().deferred(() -> clients.newClient(config)).memoize().indefinitely();
        }));
    }

    private OidcClientConfig config(String peer) {
        var builder = OidcClientConfig.builder().id(CLIENTS + peer).clientId(settings.service()).discoveryEnabled(false)
                .tokenPath(settings.tokenEndpoint().toString()).followRedirects(false).connectionTimeout(AuthorityClient.LIMIT)
                .connectionRetryCount(1).credentials().jwt().source(Source.BEARER).endCredentials();
        settings.tls().ifPresent(builder::tlsConfigurationName);
        return builder.build();
    }

    /** Fails with {@link TokenRefusedException} if the authority said no, with {@link UnavailableException} if it said nothing. */
    Uni<BearerToken> request(SigningKey key, Settings.Peer peer) {
        return clients.get(peer.name())
                .chain(oidc -> oidc.getTokens(Map.of("audience", peer.audience(), "scope", String.join(" ", peer.scopes()),
                        "client_assertion", ClientAssertion.create(key, settings.service(), settings.assertionAudience(), clock).reveal())))
                .map(this::token).onFailure().transform(this::failure)
                .ifNoItem().after(AuthorityClient.LIMIT)
                .failWith(() -> new UnavailableException(settings.tokenEndpoint(), "no answer in time"));
    }

    private BearerToken token(Tokens tokens) {
        Long expiresAt = tokens.getAccessTokenExpiresAt();
        if (tokens.getAccessToken() == null || expiresAt == null || expiresAt <= clock.instant().getEpochSecond()) {
            throw new UnavailableException(settings.tokenEndpoint(), "its answer holds no token with an end in the future");
        }
        return new BearerToken(tokens.getAccessToken(), Instant.ofEpochSecond(expiresAt));
    }

    private Throwable failure(Throwable failure) {
        if (failure instanceof OidcClientException && failure.getMessage() != null && failure.getMessage().startsWith("{")) {
            return TokenRefusedException.of(failure.getMessage());
        }
        // other messages may repeat an answer, and an answer may hold a token
        return failure instanceof UnavailableException
                ? failure
                : new UnavailableException(settings.tokenEndpoint(), failure.getClass().getSimpleName());
    }
}
