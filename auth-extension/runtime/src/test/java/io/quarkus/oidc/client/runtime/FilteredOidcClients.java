package io.quarkus.oidc.client.runtime;

import java.util.List;
import java.util.Map;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.common.OidcEndpoint.Type;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.ext.web.client.WebClient;

/** Quarkus' own OIDC clients with these filters, without the container that would find them; in this package because only here they can be made. */
public final class FilteredOidcClients<F extends OidcRequestFilter & OidcResponseFilter> implements OidcClients {
    private final Vertx vertx;
    private final F filter;

    public FilteredOidcClients(Vertx vertx, F filter) {
        this.vertx = vertx;
        this.filter = filter;
    }

    @Override
    public Uni<OidcClient> newClient(OidcClientConfig config) {
        WebClientOptions options = new WebClientOptions().setFollowRedirects(config.followRedirects())
                .setConnectTimeout((int) config.connectionTimeout().toMillis());
        WebClient client = WebClient.create(new io.vertx.mutiny.core.Vertx(vertx), options);
        return OidcClientImpl.of(client, config.tokenPath().orElseThrow(), null, "client_credentials", grant("client_credentials"),
                grant("refresh_token"), config, Map.of(Type.TOKEN, List.of(filter)), Map.of(Type.TOKEN, List.of(filter)), vertx);
    }

    private static MultiMap grant(String type) {
        return MultiMap.caseInsensitiveMultiMap().add("grant_type", type);
    }

    @Override
    public OidcClient getClient() {
        throw new UnsupportedOperationException();
    }

    @Override
    public OidcClient getClient(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
