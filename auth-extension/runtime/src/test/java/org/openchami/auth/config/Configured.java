package org.openchami.auth.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Settings as a service gets them: read from keys and values, and checked. */
public final class Configured {

    private Configured() {}

    /** A service named smd with an authority, and what these pairs of key and value add or change. */
    public static Settings with(String... pairs) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("quarkus.application.name", "smd");
        all.put("openchami.auth.authority", "http://hydra.test:4444");
        all.putAll(map(pairs));
        return read(all);
    }

    public static Settings exactly(String... pairs) {
        return read(map(pairs));
    }

    private static Settings read(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder().addDiscoveredConverters().withDefaultValues(values)
                .withMapping(AuthConfig.class)
                .build();
        return new SettingsProducer().settings(config.getConfigMapping(AuthConfig.class),
                Optional.ofNullable(values.get("quarkus.application.name")));
    }

    private static Map<String, String> map(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
