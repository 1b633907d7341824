package org.openchami.auth.identity;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.registration.TokenEvidence;

import io.smallrye.mutiny.Uni;

/**
 * Judges a refusal of our client where an operator registered it and nobody can be asked for it. A 401 alone proves nothing: Hydra says it of a wrong
 * key, and whenever its database is away. But the authority's key set can't be read without the database; so a refusal that lasts while the key
 * set can be read is taken for what it says. Nothing is done about it: the operator is named, and the next try is made as ever.
 */
final class GivenClient {
    /** As long as is between the two looks that prove a client of our own gone. */
    private static final Duration LASTING = Healing.APART;
    private static final Set<TokenEvidence> OF_THE_CLIENT = EnumSet.of(TokenEvidence.INVALID_CLIENT, TokenEvidence.KEY_UNKNOWN);

    private final Supplier<Uni<Boolean>> keySetRead;
    private final Surroundings around;
    /** When it was first refused like this, by the monotonic clock. */
    private final AtomicReference<Long> since = new AtomicReference<>();

    GivenClient(Supplier<Uni<Boolean>> keySetRead, Surroundings around) {
        this.keySetRead = keySetRead;
        this.around = around;
    }

    /** Fails with {@link NoTokenException} if only the operator can help. */
    Uni<Void> judge(TokenAnswer answer) {
        if (!(answer instanceof Refused refused) || !OF_THE_CLIENT.contains(Healing.evidence(refused))) {
            since.set(null);
            return Uni.createFrom().voidItem();
        }
        return keySetRead.get().chain(read -> {
            if (!read) {
                since.set(null);
            }
            return read && lasting() ? Uni.createFrom().failure(operators(refused)) : Uni.createFrom().voidItem();
        });
    }

    private boolean lasting() {
        long now = around.uptime().nanos();
        since.compareAndSet(null, now);
        Long first = since.get();
        return first != null && now - first >= LASTING.toNanos();
    }

    private static NoTokenException operators(Refused refused) {
        return NoTokenException.refused("the token endpoint refuses our client with HTTP " + refused.status() + " (" + refused.error()
                + "), while the authority's keys can be read. Cure: compare openchami.auth.client.id, .authentication and the key or secret"
                + " with what the operator registered");
    }
}
