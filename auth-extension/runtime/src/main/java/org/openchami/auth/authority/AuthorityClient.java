package org.openchami.auth.authority;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * Asks one question of another server and reads the whole answer. Every call ends within {@link #LIMIT}, reads at most
 * {@link #MAX_BODY} bytes and follows no redirect. It fails with {@link UnavailableException} alone.
 */
@Singleton
public class AuthorityClient {
    /** Well below Hydra's own 10 s, after which it carries out a request and drops the answer. */
    public static final Duration LIMIT = Duration.ofSeconds(5);
    static final int MAX_BODY = 512 * 1024;

    private final HttpClient http;

    @Inject
    AuthorityClient(Vertx vertx, Settings settings, TlsConfigurationRegistry tls) {
        HttpClientOptions options = new HttpClientOptions().setConnectTimeout((int) LIMIT.toMillis()).setMaxPoolSize(16);
        settings.tls().ifPresent(name -> {
            TlsConfiguration configuration = tls.get(name).orElseThrow(() -> new ConfigurationException(
                    "OCAUTH-0001 openchami.auth.tls-configuration-name: there is no TLS configuration '" + name + "'. Set quarkus.tls."
                            + name
                            + ".* or remove the key"));
            TlsConfigUtils.configure(options, configuration);
        });
        http = vertx.createHttpClient(options);
    }

    public Uni<Answer> get(URI uri) {
        return send(HttpMethod.GET, uri, null);
    }

    /** Sends JSON and reads the answer; a body of null sends none. */
    public Uni<Answer> send(HttpMethod method, URI uri, Buffer json) {
        RequestOptions options = new RequestOptions().setMethod(method).setAbsoluteURI(uri.toString()).setFollowRedirects(false)
                .setTimeout(LIMIT.toMillis()).putHeader("Accept", "application/json");
        if (json != null) {
            options.putHeader("Content-Type", "application/json");
        }
        // whoever drips an answer byte by byte must not keep the connection when we have stopped waiting
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        return Uni.createFrom().<Answer>emitter(emitter -> http.request(options).onSuccess(sent::set)
                .compose(request -> request.send(json == null ? Buffer.buffer() : json).compose(response -> read(request, response, uri)))
                .onComplete(emitter::complete, emitter::fail))
                .onCancellation().invoke(() -> Optional.ofNullable(sent.get()).ifPresent(HttpClientRequest::reset))
                .ifNoItem().after(LIMIT).failWith(() -> new UnavailableException(uri, "no answer within " + LIMIT.toSeconds() + " s"))
                .onFailure(failure -> !(failure instanceof UnavailableException))
                .transform(failure -> new UnavailableException(uri, failure.getClass().getSimpleName() + ": " + failure.getMessage()));
    }

    private static Future<Answer> read(HttpClientRequest request, HttpClientResponse response, URI uri) {
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > MAX_BODY) {
                request.reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        return response.end().map(ended -> new Answer(response.statusCode(), body.getBytes()))
                .recover(failure -> Future
                        .failedFuture(new UnavailableException(uri, "its answer broke off, or is longer than " + MAX_BODY + " bytes")));
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
