package org.openchami.auth.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what is different for some routes. */
final class RoutesReading {
    private static final String PREFIX = SettingsProducer.PREFIX + "routes.";
    /** What two readers could read in two ways never gets here: see the guard of raw paths. */
    private static final String PATH = "/(?:[A-Za-z0-9._~@:$-]+/)*(?:\\*|[A-Za-z0-9._~@:$-]+)?";

    private final AuthConfig config;
    private final Reading reading;

    RoutesReading(AuthConfig config, Reading reading) {
        this.config = config;
        this.reading = reading;
    }

    List<RouteRule> read() {
        List<RouteRule> rules = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        new TreeMap<>(config.routes()).forEach((name, route) -> {
            String key = PREFIX + name + ".paths";
            List<String> paths = route.paths().orElse(List.of()).stream().map(String::strip).toList();
            if (paths.isEmpty()) {
                reading.wrong(key, "it is missing", "Write the paths, for example /boot/v1/*");
            }
            paths.forEach(path -> {
                if (!path.matches(PATH)) {
                    reading.wrong(key, "'" + path + "' is no path",
                            "Begin with a slash; end with /* to mean all below; no other * and no query");
                }
                String other = owners.putIfAbsent(path, name);
                if (other != null) {
                    reading.wrong(key, "'" + path + "' is one of route '" + other + "', too", "Keep one");
                }
            });
            if (config.resource().isEmpty() && (route.proof() == RouteRule.Proof.DPOP || route.proof() == RouteRule.Proof.ANY)) {
                reading.wrong(PREFIX + name + ".proof", "it takes DPoP proofs, and openchami.auth.resource is missing",
                        "Set that to this service's own address: a proof is made for one");
            }
            rules.add(new RouteRule(name, paths, route.open(), route.badCredential(), route.mode().orElse(config.mode()), route.proof()));
        });
        return List.copyOf(rules);
    }
}
