package org.openchami.auth.inbound;

import java.util.List;
import java.util.Optional;

/**
 * Finds the resource that a path policy of Quarkus alone would guard: what the policy reads as another path than the resource does gets in
 * (CVE-2026-39852, CVE-2026-50559). A policy in front of a resource that guards itself is welcome.
 */
public final class PathPolicies {

    /**
     * One set of permissions of the configuration, which lets not everybody pass.
     *
     * @param key what its keys begin with
     */
    public record Policy(String key, List<String> paths) {
        public Policy {
            paths = paths.stream().map(path -> path.startsWith("/") ? path : "/" + path).toList();
        }
    }

    /** One that anybody may use, as far as its resource says. */
    public record OpenRoute(String method, String template) {}

    private PathPolicies() {}

    /** What is wrong, and how to cure it; empty if nothing is. */
    public static Optional<String> fault(List<Policy> policies, List<OpenRoute> routes) {
        for (OpenRoute route : routes) {
            for (Policy policy : policies) {
                if (policy.paths().stream().anyMatch(path -> meets(path, route.template()))) {
                    return Optional
                            .of("OCAUTH-0001 " + policy.key() + ": it is the only guard of " + route.method() + " " + route.template()
                                    + ", which @PermitAll opens to whoever writes the path in another way. "
                                    + "Annotate the resource with @PermissionsAllowed, or remove it");
                }
            }
        }
        return Optional.empty();
    }

    /** Whether some path is of both forms: {@code *} and a parameter each stand for any segment, {@code /*} at the end for all that is below. */
    public static boolean meets(String pattern, String template) {
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
