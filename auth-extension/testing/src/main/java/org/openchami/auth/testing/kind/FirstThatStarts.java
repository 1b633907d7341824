package org.openchami.auth.testing.kind;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * Takes the first kind of a backing service that starts and says at INFO which one and why the earlier ones were passed
 * over. The property named at construction (or the environment variable in its upper-case form) forces one kind: then
 * nothing else is tried, and a failure carries the reason.
 */
public final class FirstThatStarts<T> {
    private static final Logger LOG = System.getLogger(FirstThatStarts.class.getName());

    private final String service;
    private final String property;
    private final Map<String, Supplier<T>> kinds = new LinkedHashMap<>();

    public FirstThatStarts(String service, String property) {
        this.service = service;
        this.property = property;
    }

    /** The next kind to try; its supplier throws {@link CannotStart} where this machine can't have it. */
    public FirstThatStarts<T> or(String kind, Supplier<T> start) {
        kinds.put(kind, start);
        return this;
    }

    /** @throws CannotStart with every reason, if no kind (or not the forced one) starts */
    public T start() {
        String forced = forced();
        if (!forced.isEmpty() && !kinds.containsKey(forced)) {
            throw new CannotStart(property + "=" + forced + " is none of " + kinds.keySet());
        }
        StringJoiner passedOver = new StringJoiner("; ");
        for (Map.Entry<String, Supplier<T>> kind : kinds.entrySet()) {
            if (!forced.isEmpty() && !forced.equals(kind.getKey())) {
                continue;
            }
            try {
                T started = kind.getValue().get();
                LOG.log(Level.INFO, "{0} runs as ''{1}'' ({2})", service, kind.getKey(), why(forced, passedOver));
                return started;
            } catch (RuntimeException e) {
                passedOver.add(kind.getKey() + ": " + e.getMessage());
                if (!forced.isEmpty()) {
                    throw new CannotStart(service + " as '" + forced + "', which " + property + " asks for: " + e.getMessage(), e);
                }
            }
        }
        throw new CannotStart(service + " can't be had in any way: " + passedOver);
    }

    private String why(String forced, StringJoiner passedOver) {
        if (!forced.isEmpty()) {
            return "forced by " + property;
        }
        return passedOver.length() == 0 ? "first choice" : "passed over " + passedOver;
    }

    private String forced() {
        String variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
        String value = System.getProperty(property, System.getenv().getOrDefault(variable, ""));
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
