package org.openchami.auth.identity;

import java.util.Optional;
import java.util.Set;

import org.jboss.logging.Logger;
import org.openchami.auth.authority.OAuthError;
import org.openchami.auth.config.SecretSource;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.credential.StoredRefresh;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.identity.TokenAnswer.Unreachable;
import org.openchami.auth.identity.TokenAnswer.Unusable;
import org.openchami.auth.registration.TokenEvidence;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.secret.SecretFileException;

import io.smallrye.mutiny.Uni;

/**
 * The refresh token that an operator gave us (RFC 6749 section 6). Each is used once, by one at a time among all processes that share the store, and
 * its successor is stored before the token that came with it is used. One that is refused is never tried again; one that our client may not use,
 * not before the next start.
 */
final class RefreshToken {
    private static final Logger LOG = Logger.getLogger(RefreshToken.class);
    /** RFC 6749 section 5.2: the client may not use this grant, or nobody may. */
    private static final Set<String> GRANT_MISSING = Set.of("unauthorized_client", "unsupported_grant_type");

    private final Optional<SecretSource> given;
    private final Keeper keeper;
    private final Proof proof;
    private final TokenSource source;
    private final Surroundings around;
    /** The hash of the one that our client is not allowed to use; whoever changes that starts us anew. */
    private volatile String barred = "";
    /** The hash of the one whose refusal was told: it stays what it is, and is told once. */
    private volatile String told = "";

    RefreshToken(Optional<SecretSource> given, Keeper keeper, Proof proof, TokenSource source, Surroundings around) {
        this.given = given;
        this.keeper = keeper;
        this.proof = proof;
        this.source = source;
        this.around = around;
    }

    /** Empty where there is none, or it was refused: the next step of the ladder is to be taken. */
    Uni<Optional<Granted>> spend(Settings.Peer peer) {
        return given.isEmpty() ? Uni.createFrom().item(Optional.empty()) : keeper.exclusively(() -> spendAlone(peer));
    }

    private Uni<Optional<Granted>> spendAlone(Settings.Peer peer) {
        return around.blocking().call(this::usable).chain(token -> token.isEmpty()
                ? Uni.createFrom().item(Optional.<Granted>empty())
                : around.blocking().call(() -> proof.prove(keeper.now()))
                        .chain(proven -> source.request(new TokenRequest(peer, proven, token)))
                        .chain(answer -> take(token.get(), answer)));
    }

    /** One that the operator has put in place of the one that is spent; else the last one's successor. */
    private Optional<Secret> usable() {
        StoredRefresh stored = keeper.now().refresh();
        return read().filter(token -> stored.spent().filter(token.hash()::equals).isEmpty()).or(stored::successor)
                .filter(token -> !barred.equals(token.hash()));
    }

    private Optional<Secret> read() {
        try {
            return given.map(Proof::read);
        } catch (SecretFileException e) {
            LOG.warnf("OCAUTH-0216 %s. Going on without it", e.getMessage());
            return Optional.empty();
        }
    }

    /** The given one that these all come from. */
    private Optional<String> root(Secret used) {
        StoredRefresh stored = keeper.now().refresh();
        return stored.successor().filter(used::equals).isPresent() ? stored.spent() : Optional.of(used.hash());
    }

    private Uni<Optional<Granted>> take(Secret used, TokenAnswer answer) {
        if (answer instanceof Granted granted) {
            // an authority that gives no successor lets the same one be used again
            return store(Optional.of(granted.refreshToken().orElse(used)), used).replaceWith(Optional.of(granted));
        }
        if (answer instanceof Unreachable unreachable) {
            return Uni.createFrom().failure(NoTokenException.now(unreachable.why(), unreachable.retryAfter()));
        }
        if (answer instanceof Unusable unusable && unusable.refreshToken().isPresent()) {
            return store(unusable.refreshToken(), used).replaceWith(Optional.empty());
        }
        if (answer instanceof Refused refused && refused.error().error().equals("invalid_grant")) {
            LOG.warnf("OCAUTH-0216 The refresh token is refused (%s): going on with client credentials", refused.error());
            return store(Optional.empty(), used).replaceWith(Optional.empty());
        }
        if (answer instanceof Refused refused && Healing.evidence(refused) == TokenEvidence.NOT_ALLOWED && !refused.ofAssertion()) {
            notAllowed(refused.error(), used.hash());
        }
        // the token itself is as good as it was: whatever is wrong is wrong with our client
        return Uni.createFrom().item(Optional.empty());
    }

    /** Without the grant every try ends like this one; what else is missing may be given back at any time. */
    private void notAllowed(OAuthError error, String token) {
        barred = GRANT_MISSING.contains(error.error()) ? token : barred;
        if (!told.equals(token)) {
            told = token;
            LOG.warnf(
                    "OCAUTH-0216 Our client may not use the refresh token (%s): going on with client credentials. Cure: let the client have"
                            + " the grant refresh_token, and all scopes and audiences that the token was granted with, and start the service anew",
                    error);
        }
    }

    private Uni<StoredIdentity> store(Optional<Secret> successor, Secret used) {
        Optional<String> root = root(used);
        return keeper.save(identity -> identity.with(new StoredRefresh(successor, root)));
    }
}
