package org.openchami.auth.inbound;

import org.openchami.auth.config.RouteRule;
import org.openchami.auth.rights.RequestFacts;

import io.quarkus.security.identity.IdentityProviderManager;
import io.vertx.ext.web.RoutingContext;

/** A request with a token, on its way to an identity. */
record Arrival(RoutingContext request, RouteRule rule, RequestFacts facts, IdentityProviderManager identities) {}
