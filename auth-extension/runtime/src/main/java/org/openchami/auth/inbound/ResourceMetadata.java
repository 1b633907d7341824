package org.openchami.auth.inbound;

import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;
import org.openchami.auth.config.Issuer;
import org.openchami.auth.config.Settings;
import org.openchami.auth.context.InboundCall;
import org.openchami.auth.rights.Rights;
import org.openchami.auth.secret.Json;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Tells clients where their tokens come from and what they may ask for: the metadata of RFC 9728. It is public and may be kept by caches. */
@Singleton
class ResourceMetadata {
    static final String PATH = "/.well-known/oauth-protected-resource";

    private final ResourceAddress address;
    private final JsonObject constant;

    @Inject
    ResourceMetadata(Settings settings, RouteTable routes, ResourceAddress address) {
        this.address = address;
        String clientAuth = ConfigProvider.getConfig().getOptionalValue("quarkus.http.ssl.client-auth", String.class).orElse("none");
        this.constant = new JsonObject()
                .put("authorization_servers", new JsonArray(settings.issuers().stream().map(Issuer::iss).distinct().toList()))
                .put("bearer_methods_supported", JsonArray.of("header"));
        if (!routes.scopes().isEmpty()) {
            constant.put("scopes_supported", new JsonArray(List.copyOf(new TreeSet<>(routes.scopes()))));
        }
        constant.put("dpop_signing_alg_values_supported", new JsonArray(Rights.dpopAlgorithms()))
                .put("tls_client_certificate_bound_access_tokens", !clientAuth.equalsIgnoreCase("none"));
    }

    static boolean isAt(String method, String path) {
        return (method.equals("GET") || method.equals("HEAD")) && path.equals(PATH);
    }

    void install(@Observes Router router) {
        router.route(PATH).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
    }

    private void answer(RoutingContext request) {
        InboundCall.of(request).reason("open");
        JsonObject document = new JsonObject();
        address.of(request.request()).ifPresent(resource -> document.put("resource", resource));
        request.response().putHeader("Content-Type", "application/json").putHeader("Cache-Control", "public, max-age=3600")
                .end(Json.text(document.mergeIn(constant)));
    }
}
