package org.openchami.auth.inbound;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;

import org.openchami.auth.config.HttpPaths;
import org.openchami.auth.context.Route;

/** The route of the resource that a request matched. */
@Singleton
class Routes {
    private final String prefix;
    private final Map<Method, Optional<Route>> known = new ConcurrentHashMap<>();

    @Inject
    Routes(HttpPaths paths) {
        this.prefix = paths.resources();
    }

    Optional<Route> of(ResourceInfo resource) {
        Method method = resource == null ? null : resource.getResourceMethod();
        if (method == null) {
            return Optional.empty();
        }
        Optional<Route> route = known.get(method);
        return route != null
                ? route
                : known.computeIfAbsent(method, matched -> Optional.of(Route.of(resource.getResourceClass(), matched, prefix)));
    }
}
