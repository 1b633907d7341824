package org.openchami.auth.observe;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows what is counted elsewhere, one counter a name that is fixed from the start. */
final class Counters {

    private Counters() {}

    static void show(MeterRegistry registry, String meter, String description, String tag, Map<String, LongAdder> counts) {
        counts.forEach((name, count) -> FunctionCounter.builder(meter, count, LongAdder::doubleValue).description(description)
                .tag(tag, name).register(registry));
    }
}
