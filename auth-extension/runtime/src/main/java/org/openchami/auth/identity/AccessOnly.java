package org.openchami.auth.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jboss.logging.Logger;
import org.openchami.auth.config.SecretSource;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.secret.SecretFileException;

import io.smallrye.mutiny.Uni;

/**
 * The access token that somebody else gets for us, in a value or in a file that is replaced now and then, as Kubernetes projects it. It is used until
 * it ends; its end is announced ahead of time, and a file that has another token by then is taken without a word.
 */
final class AccessOnly {
    private static final Logger LOG = Logger.getLogger(AccessOnly.class);
    private static final Duration ANNOUNCED = Duration.ofMinutes(10);

    private final SecretSource source;
    private final Surroundings around;
    private volatile String announced = "";
    private volatile String given = "";

    AccessOnly(SecretSource source, Surroundings around) {
        this.source = source;
        this.around = around;
    }

    /** The token as it is now. Fails with {@link NoTokenException}. */
    Uni<Granted> token() {
        return around.blocking().call(() -> granted(Proof.read(source))).onFailure().transform(NoTokenException::of);
    }

    /** Whether another token is there than the one that was given last. */
    Uni<Boolean> changed() {
        return around.blocking().call(() -> {
            TokenClaims.of(given).end().ifPresent(this::announce);
            return !Proof.read(source).reveal().equals(given);
        }).onFailure(SecretFileException.class)
                .recoverWithItem(true);
    }

    private Granted granted(Secret token) {
        given = token.reveal();
        Instant end = TokenClaims.of(token.reveal()).end().orElseThrow(() -> NoTokenException.refused(
                "openchami.auth.client.access-token holds no JWT with an end. Cure: put a token of the authority there"));
        Duration left = Duration.between(around.clock().instant(), end);
        if (left.isNegative() || left.isZero()) {
            throw NoTokenException.refused("the access token that we were given ended at " + end
                    + ", and nothing here can renew it. Cure: put a new one into openchami.auth.client.access-token-file");
        }
        announce(end);
        return new Granted(new BearerToken(token.reveal(), end), left, Optional.empty());
    }

    private void announce(Instant end) {
        if (Duration.between(around.clock().instant(), end).compareTo(ANNOUNCED) < 0 && !announced.equals(end.toString())) {
            announced = end.toString();
            LOG.warnf("OCAUTH-0214 The access token that we were given ends at %s, and nothing here can renew it", end);
        }
    }
}
