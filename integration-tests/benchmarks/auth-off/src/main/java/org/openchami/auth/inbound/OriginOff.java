package org.openchami.auth.inbound;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

import org.openchami.auth.OriginResolver;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.ContextVerifier;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Asks nobody who calls, and why. Quarkus generates code that needs the filter, so it can't be left out altogether. */
@Alternative
@Priority(Interceptor.Priority.LIBRARY_AFTER)
@Singleton
public class OriginOff extends OriginFilter {

    @Inject
    OriginOff(Settings settings, Routes routes, ContextVerifier contexts, Instance<OriginResolver> resolver) {
        super(settings, routes, contexts, resolver);
    }

    @Override
    public Uni<Response> settle(ContainerRequestContext ignored, RoutingContext request, ResourceInfo resource) {
        return Uni.createFrom().nullItem();
    }
}
