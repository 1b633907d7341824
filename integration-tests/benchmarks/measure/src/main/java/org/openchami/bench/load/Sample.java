package org.openchami.bench.load;

import java.time.Duration;
import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * One measurement.
 *
 * @param requests all answered with 200
 * @param time from the first request to the last answer
 * @param cpu user and system time that the server used meanwhile
 */
public record Sample(long requests, Duration time, Duration cpu) {
    public double perSecond() {
        return requests * 1e9 / time.toNanos();
    }

    public double cpuMicros() {
        return cpu.toNanos() / 1e3 / requests;
    }

    /** Cores that the server kept busy. Well below what it may have, something else set the pace. */
    public double busy() {
        return (double) cpu.toNanos() / time.toNanos();
    }

    public static JsonArray json(List<Sample> samples) {
        return new JsonArray(samples.stream().map(sample -> new JsonObject().put("requests", sample.requests)
                .put("seconds", sample.time.toNanos() / 1e9).put("cpu_seconds", sample.cpu.toNanos() / 1e9)).toList());
    }
}
