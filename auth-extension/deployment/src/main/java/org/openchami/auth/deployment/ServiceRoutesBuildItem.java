package org.openchami.auth.deployment;

import java.util.List;

import org.openchami.auth.inbound.RouteTable;

import io.quarkus.builder.item.SimpleBuildItem;

/** Every route that the service's resources serve. */
final class ServiceRoutesBuildItem extends SimpleBuildItem {
    private final List<ServiceRoute> routes;

    /** @param open whether anybody may use it */
    record ServiceRoute(String method, String template, String resource, boolean open, List<String> permissions) {

        String line() {
            return RouteTable.line(method, template, resource, open, permissions);
        }
    }

    ServiceRoutesBuildItem(List<ServiceRoute> routes) {
        this.routes = List.copyOf(routes);
    }

    List<ServiceRoute> all() {
        return routes;
    }

    List<ServiceRoute> open() {
        return routes.stream().filter(ServiceRoute::open).toList();
    }
}
