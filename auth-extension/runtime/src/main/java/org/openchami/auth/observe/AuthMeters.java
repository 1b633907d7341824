package org.openchami.auth.observe;

import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.ServiceIdentity;
import org.openchami.auth.keys.Keys;
import org.openchami.auth.verify.VerdictCount;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Figures of this room's neighbours. No label holds anything that a caller chose. */
@Singleton
class AuthMeters implements MeterBinder {
    private final VerdictCount verdicts;
    private final Keys keys;
    private final ServiceIdentity identity;

    @Inject
    AuthMeters(VerdictCount verdicts, Keys keys, ServiceIdentity identity) {
        this.verdicts = verdicts;
        this.keys = keys;
        this.identity = identity;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        verdicts.counts().forEach((verdict, count) -> FunctionCounter.builder("openchami.auth.verdicts", count, LongAdder::doubleValue)
                .description("Tokens judged, by verdict").tag("verdict", verdict).register(registry));
        Gauge.builder("openchami.auth.keys", keys, Keys::size).description("Usable keys of the authority").register(registry);
        Gauge.builder("openchami.auth.identity.usable", identity, own -> own.describe().state().equals("usable") ? 1 : 0)
                .description("1 while this service holds a token for every peer").register(registry);
    }
}
