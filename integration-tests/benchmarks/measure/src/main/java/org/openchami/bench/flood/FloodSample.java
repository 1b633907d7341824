package org.openchami.bench.flood;

import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

import org.openchami.bench.load.Latencies;

import io.vertx.core.json.JsonObject;

/**
 * One measurement of one phase.
 *
 * @param beside answers a second to the others
 * @param signatures checked meanwhile; empty where the server does not count them
 * @param busy cores that the server kept busy
 */
record FloodSample(Latencies valid, Latencies others, double beside, OptionalLong signatures, double busy) {
    double p99() {
        return valid.percentile(99);
    }

    double median() {
        return valid.percentile(50);
    }

    JsonObject json() {
        JsonObject statuses = new JsonObject();
        new TreeMap<>(others.statuses()).forEach((status, count) -> statuses.put(Integer.toString(status), count));
        JsonObject json = new JsonObject().put("p50_ms", median()).put("p99_ms", p99()).put("answers", valid.answers())
                .put("others_per_second", beside).put("others", statuses).put("busy", busy);
        signatures.ifPresent(count -> json.put("signatures", count));
        return json;
    }

    /** Calls of valid callers that were due and had no answer when the time was over. */
    double unanswered() {
        return valid.unanswered();
    }

    void requireValidLetIn() {
        if (!Set.of(200).containsAll(valid.statuses().keySet())) {
            throw new IllegalStateException("valid calls were answered with " + valid.statuses());
        }
    }
}
