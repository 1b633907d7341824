package org.openchami.auth.identity;

import java.util.Optional;

import org.openchami.auth.authority.OAuthError;
import org.openchami.auth.config.Settings;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.identity.TokenAnswer.Unreachable;
import org.openchami.auth.identity.TokenAnswer.Unusable;
import org.openchami.auth.registration.TokenEvidence;

import io.smallrye.mutiny.Uni;

/**
 * The steps to a token, each tried when the one before has failed: a refresh token, if an operator gave one; client credentials; a registration that
 * is mended or made anew; and then a failure that says precisely what is wrong.
 */
final class Ladder {
    private final Optional<GivenClient> given;
    private final Registration registration;
    private final Healing healing;
    private final RefreshToken refresh;
    private final Keeper keeper;
    private final Proof proof;
    private final TokenSource source;
    private final Surroundings around;

    /** @param given how our client is judged where an operator registered it */
    Ladder(Optional<GivenClient> given, Registration registration, Healing healing, RefreshToken refresh, Keeper keeper, Proof proof,
            TokenSource source,
            Surroundings around) {
        this.given = given;
        this.registration = registration;
        this.healing = healing;
        this.refresh = refresh;
        this.keeper = keeper;
        this.proof = proof;
        this.source = source;
        this.around = around;
    }

    /** Fails with {@link NoTokenException}. */
    Uni<Granted> token(Settings.Peer peer) {
        return registration.ensure().onFailure(failure -> registration.known()).recoverWithNull().chain(() -> refresh.spend(peer))
                .chain(refreshed -> refreshed.isPresent()
                        ? Uni.createFrom().item(refreshed.get()).call(this::judged)
                        : credentials(peer))
                .onFailure().transform(NoTokenException::of);
    }

    private Uni<Granted> credentials(Settings.Peer peer) {
        return ask(peer).chain(answer -> answer instanceof Refused refusal
                ? healing.heal(refusal, () -> ask(peer))
                : Uni.createFrom().item(answer)).call(this::judged).map(answer -> granted(peer, answer)).invoke(this::proven);
    }

    /** Where an operator registered us, whether it is the operator who must act; fails if so. */
    private Uni<Void> judged(TokenAnswer answer) {
        return given.map(client -> client.judge(answer)).orElseGet(Uni.createFrom()::voidItem);
    }

    private void proven() {
        healing.well();
        registration.leaveFormer().subscribe().with(left -> {}, failure -> {});
    }

    private Uni<TokenAnswer> ask(Settings.Peer peer) {
        // reading files and signing: neither is for an event loop
        return around.blocking().call(() -> proof.prove(keeper.now()))
                .chain(proven -> source.request(new TokenRequest(peer, proven, Optional.empty())));
    }

    private Granted granted(Settings.Peer peer, TokenAnswer answer) {
        if (answer instanceof Granted granted) {
            return granted;
        }
        if (answer instanceof Unreachable unreachable) {
            throw NoTokenException.now(unreachable.why(), unreachable.retryAfter());
        }
        if (answer instanceof Unusable unusable) {
            throw unusable.lacking() ? NoTokenException.refused(unusable.why()) : NoTokenException.now(unusable.why(), Optional.empty());
        }
        Refused refused = (Refused) answer;
        OAuthError error = refused.error();
        if (refused.ofAssertion()) {
            throw NoTokenException.refused("the authority does not take our client assertion (" + error + "). Cure: set"
                    + " openchami.auth.registration.assertion-audience to the address that it knows its token endpoint by");
        }
        if (Healing.evidence(refused) == TokenEvidence.NOT_ALLOWED) {
            throw NoTokenException.refused("the authority does not allow it (" + error + "). Cure: let our client have the scopes "
                    + peer.scopes() + " and the audience '" + peer.audience() + "', or change openchami.auth.peers." + peer.name());
        }
        throw NoTokenException.now("the token endpoint refused us with HTTP " + refused.status() + " (" + error + ")", Optional.empty());
    }
}
