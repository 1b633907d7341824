package org.openchami.auth.inbound;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openchami.auth.context.Route;

/** The route of the resource that a request matched. */
@Singleton
class Routes {
    private final String prefix;
    private final Map<Method, Route> known = new ConcurrentHashMap<>();

    @Inject
    Routes(@ConfigProperty(name = "quarkus.rest.path", defaultValue = "/") String prefix) {
        this.prefix = prefix;
    }

    Optional<Route> of(ResourceInfo resource) {
        return resource == null || resource.getResourceMethod() == null
                ? Optional.empty()
                : Optional.of(known.computeIfAbsent(resource.getResourceMethod(),
                        method -> Route.of(resource.getResourceClass(), method, prefix)));
    }
}
