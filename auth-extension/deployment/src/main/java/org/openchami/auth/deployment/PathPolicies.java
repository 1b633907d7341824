package org.openchami.auth.deployment;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Fails the build where a path policy of Quarkus is all that guards a resource: what the policy reads as another path than the resource does gets
 * in (CVE-2026-39852, CVE-2026-50559). A policy in front of a resource that guards itself is welcome.
 */
final class PathPolicies {
    private static final String PREFIX = "quarkus.http.auth.permission.";

    /** One set of permissions of the configuration. */
    private record Policy(String key, List<String> paths) {}

    private PathPolicies() {}

    static void refuseAsOnlyGuard(ServiceRoutesBuildItem routes) {
        List<Policy> policies = policies(ConfigProvider.getConfig());
        for (ServiceRoutesBuildItem.ServiceRoute route : routes.open()) {
            for (Policy policy : policies) {
                if (policy.paths().stream().anyMatch(path -> meets(path, route.template()))) {
                    throw new ConfigurationException("OCAUTH-0001 " + policy.key() + ": it is the only guard of " + route.method() + " "
                            + route.template() + ", which @PermitAll opens to whoever writes the path in another way. "
                            + "Annotate the resource with @PermissionsAllowed, or remove it");
                }
            }
        }
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
                .map(key -> new Policy(key, paths(config.getOptionalValues(key + ".paths", String.class)))).toList();
    }

    private static List<String> paths(Optional<List<String>> paths) {
        return paths.orElse(List.of()).stream().map(path -> path.startsWith("/") ? path : "/" + path).toList();
    }

    /** Whether some path is of both forms: {@code *} and a parameter each stand for any segment, {@code /*} at the end for all that is below. */
    static boolean meets(String pattern, String template) {
        String[] wanted = pattern.split("/", -1);
        String[] given = template.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("*") && i == wanted.length - 1 || wanted[i].isEmpty() && i > 0 && i == wanted.length - 1) {
                return true;
            }
            // a parameter with a pattern of its own may take slashes
            if (i < given.length && given[i].contains("{") && given[i].contains(":")) {
                return true;
            }
            boolean any = i < given.length && (wanted[i].equals("*") || given[i].contains("{"));
            if (i >= given.length || !any && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return wanted.length == given.length;
    }
}
