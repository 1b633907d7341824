package org.openchami.auth.authority;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Origins;
import org.openchami.auth.config.Settings;
import org.openchami.auth.secret.Secret;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.CertificateUpdatedEvent;
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
import io.vertx.core.http.HttpClosedException;
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
    /** The longest answer that is read. */
    public static final int MAX_BODY = 512 * 1024;
    private static final int MAX_CAUSE = 200;
    /** How much longer than the pause between two reads of the keys a connection is kept: there is always one whose end tells something. */
    private static final Duration SPARE = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final HttpClientOptions options;
    private final Optional<String> tlsName;
    private final String authority;
    private final AtomicReference<HttpClient> http;
    private final List<Runnable> onLost = new CopyOnWriteArrayList<>();

    @Inject
    AuthorityClient(Vertx vertx, Settings settings, TlsConfigurationRegistry tls) {
        this.vertx = vertx;
        options = new HttpClientOptions().setConnectTimeout((int) LIMIT.toMillis()).setMaxPoolSize(16)
                .setKeepAliveTimeout((int) settings.keys().refresh().plus(SPARE).toSeconds());
        authority = Origins.of(settings.authority());
        tlsName = settings.tls();
        http = new AtomicReference<>(client(tlsName.map(name -> tls.get(name).orElseThrow(() -> new ConfigurationException(
                "OCAUTH-0001 openchami.auth.tls-configuration-name: there is no TLS configuration '" + name + "'. Set quarkus.tls."
                        + name
                        + ".* or remove the key")))));
    }

    private HttpClient client(Optional<TlsConfiguration> tls) {
        HttpClientOptions own = new HttpClientOptions(options);
        tls.ifPresent(configuration -> TlsConfigUtils.configure(own, configuration));
        return vertx.createHttpClient(own);
    }

    /**
     * Goes by the new certificates from the next call on; connections that were made by the old ones are closed when the last call on them has had its
     * time, so that what is no longer trusted is not used for ever.
     */
    void certificatesChanged(@Observes CertificateUpdatedEvent changed) {
        if (tlsName.filter(changed.name()::equals).isPresent()) {
            HttpClient before = http.getAndSet(client(Optional.of(changed.tlsConfiguration())));
            vertx.setTimer(LIMIT.multipliedBy(2).toMillis(), id -> before.close());
        }
    }

    /** Runs this whenever a connection to the authority ends: the first sign that it died, or was started anew. */
    public void onConnectionLost(Runnable action) {
        onLost.add(action);
    }

    /** A connection that the server closes just when it is used again costs nothing: a GET is repeated once (RFC 9110 section 9.2.2). */
    public Uni<Answer> get(URI uri) {
        return send(HttpMethod.GET, uri, null);
    }

    /** Sends JSON and reads the answer; a body of null sends none. */
    public Uni<Answer> send(HttpMethod method, URI uri, Buffer json) {
        return send(method, uri, json, Optional.empty());
    }

    /** The same with a token that the server asks for (RFC 6750 section 2.1); empty for none. */
    public Uni<Answer> send(HttpMethod method, URI uri, Buffer json, Optional<Secret> bearer) {
        RequestOptions asked = new RequestOptions().setMethod(method).setAbsoluteURI(uri.toString()).setFollowRedirects(false)
                .setTimeout(LIMIT.toMillis()).putHeader("Accept", "application/json, */*;q=0.1");
        if (json != null) {
            asked.putHeader("Content-Type", "application/json");
        }
        bearer.ifPresent(token -> asked.putHeader("Authorization", "Bearer " + token.reveal()));
        Uni<Answer> answer = once(asked, json, uri);
        return (method.equals(HttpMethod.GET) ? answer.onFailure(AuthorityClient::cutOff).retry().atMost(1) : answer)
                .ifNoItem().after(LIMIT).failWith(() -> new UnavailableException(uri, "no answer within " + LIMIT.toSeconds() + " s"))
                .onFailure(failure -> !(failure instanceof UnavailableException))
                .transform(failure -> new UnavailableException(uri, cause(failure)));
    }

    private Uni<Answer> once(RequestOptions asked, Buffer json, URI uri) {
        // whoever drips an answer byte by byte must not keep the connection when we have stopped waiting
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        return Uni.createFrom().<Answer>emitter(emitter -> http.get().request(asked).onSuccess(sent::set)
                .onSuccess(request -> watch(request, uri))
                .compose(request -> request.send(json == null ? Buffer.buffer() : json).compose(response -> read(request, response, uri)))
                .onComplete(emitter::complete, emitter::fail))
                .onCancellation().invoke(() -> Optional.ofNullable(sent.get()).ifPresent(HttpClientRequest::reset));
    }

    /** The connection was there, and ended before an answer came. */
    private static boolean cutOff(Throwable failure) {
        return failure instanceof HttpClosedException || failure instanceof SocketException && !(failure instanceof ConnectException);
    }

    /** Of a chain of causes the first one says it: a handshake failed, because nobody trusts the certificate. */
    private static String cause(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String text = first.getClass().getSimpleName() + ": " + first.getMessage();
        return text.length() <= MAX_CAUSE ? text : text.substring(0, MAX_CAUSE) + " ...";
    }

    private void watch(HttpClientRequest request, URI uri) {
        if (authority.equals(Origins.of(uri))) {
            request.connection().closeHandler(closed -> onLost.forEach(Runnable::run));
        }
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
        return response.end().map(ended -> Answer.of(response.statusCode(), body.getBytes(), response::getHeader))
                .recover(failure -> Future
                        .failedFuture(new UnavailableException(uri, "its answer broke off, or is longer than " + MAX_BODY + " bytes")));
    }

    @PreDestroy
    void close() {
        onLost.clear();
        http.get().close();
    }
}
