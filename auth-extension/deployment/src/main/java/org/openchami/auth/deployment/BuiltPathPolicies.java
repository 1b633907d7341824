package org.openchami.auth.deployment;

import java.util.List;
import java.util.TreeSet;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.openchami.auth.inbound.PathPolicies;
import org.openchami.auth.inbound.PathPolicies.OpenRoute;
import org.openchami.auth.inbound.PathPolicies.Policy;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Fails the build where a path policy that it knows of is all that guards a resource. */
final class BuiltPathPolicies {
    private static final String PREFIX = "quarkus.http.auth.permission.";

    private BuiltPathPolicies() {}

    static void refuseAsOnlyGuard(ServiceRoutesBuildItem routes) {
        List<OpenRoute> open = routes.open().stream().map(route -> new OpenRoute(route.method(), route.template())).toList();
        PathPolicies.fault(policies(ConfigProvider.getConfig()), open).ifPresent(fault -> {
            throw new ConfigurationException(fault);
        });
    }

    private static List<Policy> policies(Config config) {
        TreeSet<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(name -> {
            if (name.startsWith(PREFIX) && name.endsWith(".policy")) {
                names.add(name.substring(PREFIX.length(), name.length() - ".policy".length()));
            }
        });
        return names.stream().map(name -> PREFIX + name)
                .filter(key -> config.getOptionalValue(key + ".enabled", Boolean.class).orElse(true))
                .filter(key -> !config.getValue(key + ".policy", String.class).equals("permit"))
                .map(key -> new Policy(key, config.getOptionalValues(key + ".paths", String.class).orElse(List.of()))).toList();
    }
}
