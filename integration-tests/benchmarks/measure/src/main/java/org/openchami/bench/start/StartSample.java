package org.openchami.bench.start;

import java.time.Duration;

import io.vertx.core.json.JsonObject;

/**
 * One start.
 *
 * @param time from the start of the process to the first answer with 200
 * @param first bytes of memory (resident set size) then
 * @param later the same after some thousand requests
 */
record StartSample(Duration time, long first, long later) {
    double millis() {
        return time.toNanos() / 1e6;
    }

    double firstMegabytes() {
        return first / 1e6;
    }

    double laterMegabytes() {
        return later / 1e6;
    }

    JsonObject json() {
        return new JsonObject().put("milliseconds", millis()).put("memory_first", first).put("memory_later", later);
    }
}
