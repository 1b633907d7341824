package org.openchami.auth.inbound;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Enforcement;
import org.openchami.auth.config.HttpPaths;
import org.openchami.auth.config.RouteRule;
import org.openchami.auth.config.Settings;

import io.vertx.ext.web.RoutingContext;

/** Which rule is for which path: an exact one before all, else the longest that begins it, else that of the whole service. */
@Singleton
class RouteRules {
    private static final String ALL_BELOW = "/*";

    private final HttpPaths paths;
    private final RouteRule ofOwn = RouteRule.usual(Enforcement.ENFORCE);
    private final RouteRule ofService;
    private final boolean alike;
    private final Map<String, RouteRule> exact;
    private final Map<String, RouteRule> below;

    @Inject
    RouteRules(Settings settings, HttpPaths paths) {
        this.paths = paths;
        this.ofService = RouteRule.usual(settings.mode());
        this.alike = settings.routes().isEmpty() && settings.mode() == Enforcement.ENFORCE;
        Map<String, RouteRule> whole = new HashMap<>();
        Map<String, RouteRule> prefixes = new HashMap<>();
        settings.routes().forEach(rule -> rule.paths().forEach(path -> {
            if (path.endsWith(ALL_BELOW)) {
                prefixes.put(path.substring(0, path.length() - ALL_BELOW.length()), rule);
            } else {
                whole.put(withoutSlash(path), rule);
            }
        }));
        this.exact = Map.copyOf(whole);
        this.below = Map.copyOf(prefixes);
    }

    /** Without a look at the path where all are alike. */
    RouteRule of(RoutingContext request) {
        return alike ? ofService : of(request.normalizedPath());
    }

    /** @param path normalised, as it is routed; a slash at its end makes no difference */
    RouteRule of(String path) {
        if (paths.own(path)) {
            return ofOwn;
        }
        if (exact.isEmpty() && below.isEmpty()) {
            return ofService;
        }
        String left = withoutSlash(path);
        RouteRule rule = exact.get(left);
        while (rule == null) {
            rule = below.get(left);
            int slash = left.lastIndexOf('/');
            if (slash < 0) {
                break;
            }
            left = left.substring(0, slash);
        }
        return rule == null ? ofService : rule;
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
