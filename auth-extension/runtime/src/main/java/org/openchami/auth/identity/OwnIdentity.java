package org.openchami.auth.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.openchami.auth.ServiceIdentity;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.secret.BearerToken;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * This service as the authority knows it. It goes from nothing to a usable token by itself, in the background and from the start: key stored,
 * client registered, one token a peer held. A service without peers needs none of it.
 *
 * <pre>
 * unused                                      (no peers)
 * starting --registered--> registered --token--> usable --renewal fails, token ends--> failing --token--> usable
 *     `-------- authority unreachable or refuses --------> failing
 * </pre>
 */
@Singleton
public class OwnIdentity implements ServiceIdentity {
    private static final Logger LOG = Logger.getLogger(OwnIdentity.class);

    /** Before a service's own start-up code, which may call peers. */
    private static final int EARLY = 10;

    private final Settings settings;
    private final Registration registration;
    private final TokenGrant grant;
    private final Map<String, HeldToken> tokens;
    private volatile SigningKey key;

    @Inject
    OwnIdentity(Settings settings, Registration registration, TokenGrant grant, Vertx vertx, Clock clock) {
        this.settings = settings;
        this.registration = registration;
        this.grant = grant;
        // a context of its own: what runs here must not go on in, or hold on to, the request that happened to ask first
        Context own = vertx.getOrCreateContext();
        Executor here = task -> own.runOnContext(ignored -> task.run());
        Later later = (delay, task) -> here.execute(() -> vertx.setTimer(Math.max(1, delay.toMillis()), id -> task.run()));
        Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
        tokens = settings.peers().values().stream().collect(Collectors.toUnmodifiableMap(Settings.Peer::name,
                peer -> new HeldToken(peer.name(), () -> request(peer).runSubscriptionOn(here), later, backoff, clock)));
    }

    void start(@Observes @Priority(EARLY) StartupEvent started) {
        if (settings.speaks()) {
            key = registration.load();
            LOG.debugf("OCAUTH-0200 Speaking as '%s' with %s", settings.service(), key);
            refresh().subscribe().with(done -> {}, failure -> {});
        }
    }

    /** The token for this peer: at once while one is held, else as soon as it can be had, or an {@code IdentityUnavailableException}. */
    public Uni<BearerToken> token(String peer) {
        return tokens.get(peer).current();
    }

    /** The key that we are registered with; empty if we never speak. */
    public Optional<SigningKey> key() {
        return Optional.ofNullable(key);
    }

    private Uni<BearerToken> request(Settings.Peer peer) {
        return registration.ensure().chain(ours -> grant.request(ours, peer).onFailure(TokenRefusedException.class)
                .recoverWithUni(failure -> failure.asksWhoWeAre()
                        ? again(peer, failure)
                        : Uni.createFrom().failure(failure)));
    }

    private Uni<BearerToken> again(Settings.Peer peer, Throwable refusal) {
        return registration.lost().chain(lost -> {
            if (!lost) {
                return Uni.createFrom().failure(refusal);
            }
            LOG.warnf("OCAUTH-0211 The authority no longer knows us or our key: registering again");
            return registration.ensure().chain(ours -> grant.request(ours, peer));
        });
    }

    @Override
    public Uni<Void> refresh() {
        return tokens.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(tokens.values().stream().map(HeldToken::renew).toList()).andCollectFailures().replaceWithVoid();
    }

    @Override
    public Description describe() {
        Optional<Instant> first = tokens.values().stream().flatMap(token -> token.expiresAt().stream()).min(Comparator.naturalOrder());
        boolean usable = tokens.values().stream().allMatch(token -> token.expiresAt().isPresent());
        Optional<String> problem = tokens.values().stream().flatMap(token -> token.problem().stream()).findFirst();
        String state;
        if (tokens.isEmpty()) {
            state = "unused";
        } else if (usable) {
            state = "usable";
        } else if (problem.isPresent()) {
            state = "failing";
        } else {
            state = key != null && registration.held() ? "registered" : "starting";
        }
        return new Description(settings.service(), state, first, problem);
    }
}
