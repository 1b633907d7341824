package org.openchami.auth.inbound;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.openchami.auth.inbound.PathPolicies.Policy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.PolicyMappingConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;

/** Stops the start where a path policy is a resource's only guard: the build could not know of one that the service is started with. */
@Singleton
class PathPolicyCheck {

    void check(@Observes StartupEvent started, VertxHttpConfig http, RouteTable routes) {
        PathPolicies.fault(policies(http.auth().permissions()), routes.openRoutes()).ifPresent(fault -> {
            throw new ConfigurationException(fault);
        });
    }

    private static List<Policy> policies(Map<String, PolicyMappingConfig> permissions) {
        return permissions.entrySet().stream().filter(entry -> entry.getValue().enabled().orElse(true))
                .filter(entry -> !entry.getValue().policy().equals("permit"))
                .map(entry -> new Policy("quarkus.http.auth.permission." + entry.getKey(), entry.getValue().paths().orElse(List.of())))
                .toList();
    }
}
