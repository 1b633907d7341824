package org.openchami.auth.observe;

import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.inbound.ShadowCount;
import org.openchami.auth.keys.Keys;
import org.openchami.auth.rights.DenialCount;
import org.openchami.auth.verify.SignatureCount;
import org.openchami.auth.verify.VerdictCount;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How callers are judged, and what that costs. No label holds anything that a caller chose. */
@Singleton
class AuthMeters implements MeterBinder {
    private final VerdictCount verdicts;
    private final SignatureCount signatures;
    private final DenialCount denials;
    private final ShadowCount shadowed;
    private final Keys keys;

    @Inject
    AuthMeters(VerdictCount verdicts, SignatureCount signatures, DenialCount denials, ShadowCount shadowed, Keys keys) {
        this.verdicts = verdicts;
        this.signatures = signatures;
        this.denials = denials;
        this.shadowed = shadowed;
        this.keys = keys;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Counters.show(registry, "openchami.auth.verdicts", "Tokens judged, by verdict", "verdict", verdicts.counts());
        Counters.show(registry, "openchami.auth.signatures", "Signatures of tokens checked, by algorithm", "algorithm",
                signatures.counts());
        Counters.show(registry, "openchami.auth.denials", "Verified credentials that were not admitted, by reason", "reason",
                denials.counts());
        Counters.show(registry, "openchami.auth.shadowed", "Requests served that would have been refused, by reason", "reason",
                shadowed.counts());
        FunctionCounter.builder("openchami.auth.remembered", verdicts.cached(), LongAdder::doubleValue)
                .description("Tokens accepted because they were accepted before").register(registry);
        Gauge.builder("openchami.auth.keys", keys, Keys::size).description("Usable keys of the authority").register(registry);
    }
}
