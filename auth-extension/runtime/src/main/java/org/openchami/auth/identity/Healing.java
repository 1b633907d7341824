package org.openchami.auth.identity;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.openchami.auth.config.OwnClient;
import org.openchami.auth.config.RegistrationConfig.Kind;
import org.openchami.auth.identity.IdentityEvent.Cleared;
import org.openchami.auth.identity.IdentityEvent.Forgotten;
import org.openchami.auth.identity.IdentityEvent.Rejected;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.registration.DecisionTable;
import org.openchami.auth.registration.Registrar;
import org.openchami.auth.registration.Registrar.Change;
import org.openchami.auth.registration.TokenEvidence;
import org.openchami.auth.registration.Verdict;

import io.smallrye.mutiny.Uni;

/**
 * Finds out what a refusal of the token endpoint means, and mends what is ours to mend. That our client is gone must be seen twice, some seconds
 * apart, with the refusal each time; whatever proves nothing changes nothing.
 */
final class Healing {
    private static final Logger LOG = Logger.getLogger(Healing.class);
    /** Between the two looks that prove a client gone. */
    static final Duration APART = Duration.ofSeconds(2);
    /** Repairs that the authority acknowledged and that did not help are not tried again at once. */
    private static final Duration FRUITLESS = Duration.ofSeconds(30);

    private final OwnClient own;
    private final Registrar registrar;
    private final Supplier<Uni<Boolean>> keySetRead;
    private final Registration registration;
    private final Keeper keeper;
    private final IdentityMachine machine;
    private final Surroundings around;
    private final AtomicReference<Uni<Boolean>> running = new AtomicReference<>();
    private volatile int fruitless;
    private volatile long lastRepair;

    Healing(OwnClient own, Registrar registrar, Supplier<Uni<Boolean>> keySetRead, Registration registration, Keeper keeper,
            IdentityMachine machine,
            Surroundings around) {
        this.own = own;
        this.registrar = registrar;
        this.keySetRead = keySetRead;
        this.registration = registration;
        this.keeper = keeper;
        this.machine = machine;
        this.around = around;
    }

    /** Gives what the token endpoint says in the end: this refusal again, if nothing could be mended. */
    Uni<TokenAnswer> heal(Refused refusal, Supplier<Uni<TokenAnswer>> again) {
        Uni<Boolean> now = running.get();
        // for the peer that asked alone: another one's token is not for it
        AtomicReference<TokenAnswer> granted = new AtomicReference<>();
        if (now == null) {
            Uni<Boolean> mine = Uni.createFrom().deferred(() -> mended(refusal, again, granted)).onTermination()
                    .invoke(() -> running.set(null))
                    .memoize().indefinitely();
            if (!running.compareAndSet(null, mine)) {
                return heal(refusal, again);
            }
            now = mine;
        }
        return now.chain(mended -> {
            if (granted.get() != null) {
                return Uni.createFrom().item(granted.get());
            }
            return mended ? again.get() : Uni.createFrom().item(refusal);
        });
    }

    private Uni<Boolean> mended(Refused refusal, Supplier<Uni<TokenAnswer>> again, AtomicReference<TokenAnswer> granted) {
        return keeper.reload().chain(changed -> {
            if (changed) {
                LOG.debug("Another process with the same store has changed the registration");
                return Uni.createFrom().item(true);
            }
            return verdict(refusal).chain(verdict -> switch (verdict) {
                case REPAIR -> repair(refusal);
                case GONE -> lookAgain(refusal, again, granted);
                default -> Uni.createFrom().item(false);
            });
        });
    }

    private Uni<Verdict> verdict(Refused refusal) {
        TokenEvidence token = evidence(refusal);
        if (token == TokenEvidence.NOT_ALLOWED || token == TokenEvidence.UNKNOWN) {
            return Uni.createFrom().item(token == TokenEvidence.NOT_ALLOWED ? Verdict.CONFIGURATION : Verdict.WAIT);
        }
        return Uni.combine().all().unis(registrar.evidence(keeper.now()), keySetRead.get()).asTuple()
                .map(seen -> DecisionTable.decide(token, seen.getItem1(), seen.getItem2()));
    }

    static TokenEvidence evidence(Refused refusal) {
        return TokenEvidence.of(refusal.status(), refusal.error().error(), refusal.error().description());
    }

    private Uni<Boolean> lookAgain(Refused refusal, Supplier<Uni<TokenAnswer>> again, AtomicReference<TokenAnswer> granted) {
        String gone = registration.clientId();
        machine.apply(new Rejected("the token endpoint says " + refusal.error().error() + ", and there is no client of ours"));
        return around.pause(APART).chain(again::get).chain(second -> {
            if (!(second instanceof Refused refused)) {
                machine.apply(new Cleared("the token endpoint no longer refuses us"));
                granted.set(second);
                return Uni.createFrom().item(true);
            }
            return verdict(refused).chain(verdict -> {
                if (machine.snapshot().doubt().isEmpty()) {
                    // meanwhile a change of our registration has found the same, and registered us
                    return Uni.createFrom().item(true);
                }
                if (verdict != Verdict.GONE) {
                    machine.apply(new Cleared("the second look says otherwise"));
                    return Uni.createFrom().item(false);
                }
                machine.apply(new Forgotten("seen twice: the authority has no client of ours"));
                LOG.warn("OCAUTH-0211 The authority no longer knows us: registering again");
                return registration.anew(gone, "the authority had forgotten us").replaceWith(true);
            });
        });
    }

    private Uni<Boolean> repair(Refused refusal) {
        long now = around.uptime().nanos();
        if (fruitless > 1 && now - lastRepair < FRUITLESS.toNanos()) {
            return Uni.createFrom().item(false);
        }
        machine.apply(new Rejected("the token endpoint says " + refusal.error().error() + ", and our client is there"));
        LOG.warn("OCAUTH-0212 The authority knows our client, but not what proves us: giving it that again");
        String cause = "our key or secret was replaced at the authority";
        // by RFC 7592 no secret can be given, only a client with another one
        boolean another = own.kind() == Kind.DYNAMIC && !own.provenByKey();
        return (another ? registration.anew(registration.clientId(), cause) : registration.change(Change.REPAIR, cause)).invoke(() -> {
            fruitless++;
            lastRepair = around.uptime().nanos();
        }).replaceWith(true);
    }

    /** A token came: whatever was repaired last has helped. */
    void well() {
        fruitless = 0;
    }
}
