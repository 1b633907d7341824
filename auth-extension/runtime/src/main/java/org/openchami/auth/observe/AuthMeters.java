package org.openchami.auth.observe;

import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.keys.Keys;
import org.openchami.auth.verify.VerdictCount;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How callers are judged. No label holds anything that a caller chose. */
@Singleton
class AuthMeters implements MeterBinder {
    private final VerdictCount verdicts;
    private final Keys keys;

    @Inject
    AuthMeters(VerdictCount verdicts, Keys keys) {
        this.verdicts = verdicts;
        this.keys = keys;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        verdicts.counts().forEach((verdict, count) -> FunctionCounter.builder("openchami.auth.verdicts", count, LongAdder::doubleValue)
                .description("Tokens judged, by verdict").tag("verdict", verdict).register(registry));
        Gauge.builder("openchami.auth.keys", keys, Keys::size).description("Usable keys of the authority").register(registry);
    }
}
