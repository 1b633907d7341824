package org.openchami.auth.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.openchami.auth.ServiceIdentity;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.authority.Uptime;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.registration.Registrar;
import org.openchami.auth.secret.BearerToken;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * This service as the authority knows it. It goes from nothing to a usable token by itself, in the background and from the start, and back to one
 * after whatever happens; {@link IdentityState} draws the way. A service without peers needs none of it.
 */
@Singleton
public class OwnIdentity implements ServiceIdentity {
    private static final Logger LOG = Logger.getLogger(OwnIdentity.class);

    private static final Duration LAST_WORD = AuthorityClient.LIMIT.plusSeconds(1);

    private final Settings settings;
    private final IdentityMode mode;
    private final Identity identity;

    @Inject
    OwnIdentity(Settings settings, Registrar registrar, TokenSource source, AuthorityClient http, Vertx vertx, Clock clock, Uptime uptime) {
        this.settings = settings;
        this.mode = IdentityMode.of(settings);
        this.identity = new Identity(settings, new Proof(settings.own(), clock), Stores.open(settings, clock), registrar, source,
                () -> http.get(settings.keys().url()).map(answer -> answer.status() == 200).onFailure().recoverWithItem(false),
                VertxSurroundings.of(vertx, clock, uptime), snapshot -> {});
    }

    void start() {
        LOG.infof("OCAUTH-0204 Identity: %s", mode.line(settings));
        identity.load();
        identity.start();
    }

    void stop() {
        if (settings.own().deleteOnShutdown()) {
            try {
                identity.decommission().await().atMost(LAST_WORD);
                LOG.info("OCAUTH-0208 Our client is deleted, and forgotten here");
            } catch (RuntimeException e) {
                LOG.warnf("OCAUTH-0208 Our client could not be deleted (%s). Cure: openchami-auth clients prune", e.getMessage());
            }
        }
    }

    void published(Set<String> kids) {
        identity.published(kids);
    }

    /** The token for this peer: at once while one is held, else as soon as it can be had, or an {@code IdentityUnavailableException}. */
    public Uni<BearerToken> token(String peer) {
        return identity.token(peer);
    }

    /**
     * A peer refused this token of ours with 401. Gives the token to try instead: the one now held, if that is another; else a renewed one, once a
     * pause; else the same one again, which is no use to try.
     */
    public Uni<BearerToken> rejected(String peer, BearerToken presented) {
        return identity.rejected(peer, presented);
    }

    /** The key that signs for us; for a service that speaks alone. */
    public SigningKey signingKey() {
        return identity.signingKey();
    }

    /** The keys whose signatures our receivers may meet, the one that signs first; none if we never speak. */
    public List<SigningKey> keys() {
        return settings.speaks() ? identity.keys().all() : List.of();
    }

    /** Where it stands. */
    public IdentitySnapshot snapshot() {
        return identity.snapshot();
    }

    /** How often each thing happened to it, by name. */
    public Map<String, LongAdder> counts() {
        return identity.counts();
    }

    @Override
    public Uni<Void> refresh() {
        return identity.refresh();
    }

    @Override
    public Description describe() {
        IdentitySnapshot now = identity.snapshot();
        return new Description(now.clientId(), mode.text(), now.state().text(), now.usable(), now.cause(), now.since(), now.expiresAt(),
                now.problem());
    }
}
