package org.openchami.auth.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.runtime.configuration.ConfigurationException;

/** One thing that is wrong in the configuration: the key, what is wrong with its value, and the cure. */
public record Problem(String key, String fault, String cure) {

    /** All of them in one exception, which stops the start with one message. */
    static ConfigurationException stop(List<Problem> problems) {
        Set<String> keys = problems.stream().map(Problem::key).collect(Collectors.toSet());
        String text = problems.stream().map(Problem::toString)
                .collect(Collectors.joining("\n  ", "OCAUTH-0001 The configuration is wrong:\n  ", ""));
        return new ConfigurationException(text, keys);
    }

    @Override
    public String toString() {
        return key + ": " + fault + ". " + cure;
    }
}
