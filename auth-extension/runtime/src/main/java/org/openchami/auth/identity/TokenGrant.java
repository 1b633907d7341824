package org.openchami.auth.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.authority.Uptime;
import org.openchami.auth.config.Settings;
import org.openchami.auth.identity.TokenAnswer.Unreachable;
import org.openchami.auth.identity.TokenAnswer.Unusable;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/**
 * Asks the token endpoint for one access token, through Quarkus' OIDC client. One such client serves every client id and every proof: its own
 * authentication is not used, and {@link TokenFilters} puts in ours.
 */
@Singleton
class TokenGrant implements TokenSource {
    private static final Duration LIMIT = AuthorityClient.LIMIT;
    private static final String NO_ANSWER = "no answer within " + LIMIT.toSeconds() + " s";

    private final OidcClients clients;
    private final OidcClientConfig config;
    private final AuthorityClient http;
    private final URI authority;
    private final TokenReader reader;
    private final Uptime uptime;
    private final AtomicReference<Uni<OidcClient>> client = new AtomicReference<>();

    @Inject
    TokenGrant(OidcClients clients, Settings settings, AuthorityClient http, Clock clock, Uptime uptime) {
        var builder = OidcClientConfig.builder().id("openchami-auth").clientId(settings.service()).discoveryEnabled(false)
                .tokenPath(settings.tokenEndpoint().toString()).followRedirects(false).connectionTimeout(LIMIT).connectionRetryCount(1);
        settings.tls().ifPresent(builder::tlsConfigurationName);
        this.config = builder.build();
        this.clients = clients;
        this.http = http;
        this.authority = settings.authority();
        this.reader = new TokenReader(clock);
        this.uptime = uptime;
        client.set(newClient());
    }

    private Uni<OidcClient> newClient() {
        return Uni.createFrom().deferred(() -> clients.newClient(config)).memoize().indefinitely();
    }

    /** Answers within {@link AuthorityClient#LIMIT}. */
    @Override
    public Uni<TokenAnswer> request(TokenRequest request) {
        return Uni.createFrom().deferred(() -> {
            TokenExchange exchange = new TokenExchange(request);
            Uni<OidcClient> used = client.get();
            long asked = uptime.nanos();
            return used.chain(oidc -> sent(oidc, exchange)).onItemOrFailure()
                    .transformToUni((tokens, failure) -> read(exchange, Duration.ofNanos(uptime.nanos() - asked)))
                    .ifNoItem().after(LIMIT).recoverWithItem(() -> new Unreachable(NO_ANSWER, Optional.empty()))
                    .onTermination().invoke(() -> {
                        if (exchange.brokeOff()) {
                            replace(used);
                        }
                    });
        });
    }

    /** What Quarkus makes of the answer is not looked at: it may be a failure that repeats a token. */
    private static Uni<Tokens> sent(OidcClient oidc, TokenExchange exchange) {
        return Uni.createFrom().emitter(emitter -> {
            Cancellable request = oidc.getTokens(Map.of()).subscribe().with(Context.of(TokenFilters.EXCHANGE, exchange), emitter::complete,
                    emitter::fail);
            emitter.onTermination(request::cancel);
        });
    }

    private Uni<TokenAnswer> read(TokenExchange exchange, Duration took) {
        if (exchange.answer() != null) {
            return Uni.createFrom().item(reader.read(exchange.request, exchange.answer(), took));
        }
        if (exchange.body.tooLong()) {
            return Uni.createFrom().item(new Unusable("its answer is longer than " + AuthorityClient.MAX_BODY + " bytes"));
        }
        // Quarkus does not tell what went wrong; asking for something harmless does
        return http.get(URI.create(authority + "/health/alive")).map(alive -> "the connection was lost")
                .onFailure().recoverWithItem(failure -> failure instanceof UnavailableException told ? told.why() : "it can't be asked")
                .map(why -> new Unreachable(why, Optional.empty()));
    }

    /** There is no other way to the connection of an answer that does not end. */
    private void replace(Uni<OidcClient> used) {
        if (client.compareAndSet(used, newClient())) {
            used.subscribe().with(TokenGrant::close, failure -> {});
        }
    }

    private static void close(OidcClient oidc) {
        try {
            oidc.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() {
        client.get().subscribe().with(TokenGrant::close, failure -> {});
    }
}
