package org.openchami.auth.identity;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.secret.Secret;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * Gives our token requests, and nobody else's, what Quarkus' OIDC client does not: a body and an Authorization header of this one request (id and
 * proof change while the service runs), an end in time, a longest answer, and no second try with a proof that may be spent. Takes the answer as
 * it came. What is put in here is put in after Quarkus has logged the request.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class TokenFilters implements OidcRequestFilter, OidcResponseFilter {
    /** In the Mutiny context of a request that is ours, and in its properties. */
    static final String EXCHANGE = TokenExchange.class.getName();
    /** A little longer than we wait: then the connection of a silent server is closed, too. */
    private static final Duration SILENCE = AuthorityClient.LIMIT.plusMillis(500);

    @Override
    public Uni<Void> filter(OidcRequestFilterContext request) {
        return Uni.createFrom().context(context -> {
            TokenExchange exchange = context.getOrElse(EXCHANGE, () -> null);
            if (exchange == null) {
                return Uni.createFrom().voidItem();
            }
            if (!exchange.send()) {
                return Uni.createFrom().failure(new IllegalStateException("The connection was lost; a second try needs another proof"));
            }
            request.contextProperties().put(EXCHANGE, exchange);
            request.requestBody(Buffer.buffer(exchange.request.body().reveal()));
            HttpRequest<?> http = request.request().getDelegate();
            http.timeout(SILENCE.toMillis()).as(exchange.body);
            exchange.request.proof().authorization().map(Secret::reveal)
                    .ifPresent(value -> request.request().putHeader("Authorization", value));
            return Uni.createFrom().voidItem();
        });
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        TokenExchange exchange = response.requestProperties().get(EXCHANGE);
        if (exchange != null) {
            byte[] body = response.responseBody() == null ? new byte[0] : response.responseBody().getBytes();
            exchange.take(Answer.of(response.statusCode(), body, response.responseHeaders()::get));
        }
        return Uni.createFrom().voidItem();
    }
}
