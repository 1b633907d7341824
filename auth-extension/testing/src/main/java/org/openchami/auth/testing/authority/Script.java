package org.openchami.auth.testing.authority;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The faults that are laid on endpoints now, and how often each endpoint was asked. */
final class Script {
    private final Map<String, ScriptedAnswer> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    void lay(String method, String path, ScriptedAnswer answer) {
        answers.put(method + " " + path, answer);
    }

    void clear() {
        answers.clear();
    }

    int asked(String method, String path) {
        return asked.getOrDefault(method + " " + path, 0);
    }

    /** The fault that meets this request, which it uses up by one. */
    Optional<ScriptedAnswer> meet(Request request) {
        String endpoint = request.method() + " " + request.uri().split("\\?", 2)[0];
        asked.merge(endpoint, 1, Integer::sum);
        ScriptedAnswer laid = answers.get(endpoint);
        if (laid == null || laid.times() < 1) {
            return Optional.empty();
        }
        answers.put(endpoint, laid.times(laid.times() == Integer.MAX_VALUE ? laid.times() : laid.times() - 1));
        return Optional.of(laid);
    }
}
