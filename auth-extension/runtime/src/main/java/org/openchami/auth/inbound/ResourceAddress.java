package org.openchami.auth.inbound;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.HttpPaths;
import org.openchami.auth.config.Settings;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/**
 * This service's address as its clients write it, up to its root: the configured one, or scheme and host of the request itself. What a proxy says of them is
 * believed of a trusted one alone. A host that is no host is left out: a challenge repeats nothing that a caller made up.
 */
@Singleton
class ResourceAddress {
    /** Read in one pass, whatever it is: no repeat within a repeat. */
    private static final Pattern HOST = Pattern.compile(
            "(?:[A-Za-z0-9][A-Za-z0-9.-]{0,254}+|\\[[0-9A-Fa-f:.]{2,45}+\\])(?::[0-9]{1,5}+)?");
    private static final int LONGEST = 255;

    private final Optional<String> configured;
    private final HttpPaths paths;
    private final SourceAddress sources;

    @Inject
    ResourceAddress(Settings settings, HttpPaths paths, SourceAddress sources) {
        this.paths = paths;
        this.configured = settings.resource().map(URI::toString);
        this.sources = sources;
    }

    Optional<String> of(HttpServerRequest request) {
        if (configured.isPresent()) {
            return configured;
        }
        boolean proxied = sources.throughProxy(request);
        Optional<String> scheme = (proxied ? last(request, "X-Forwarded-Proto") : Optional.<String>empty())
                .filter(word -> word.equals("http") || word.equals("https"));
        Optional<String> host = (proxied ? last(request, "X-Forwarded-Host") : Optional.<String>empty()).or(() -> host(request))
                .filter(text -> text.length() <= LONGEST && HOST.matcher(text).matches());
        return host.map(name -> scheme.orElse(request.connection().isSsl() ? "https" : "http") + "://" + name + root());
    }

    private String root() {
        return paths.root().substring(0, paths.root().length() - 1);
    }

    /** What the request asked for, as its client wrote it, without its query; empty if that is no address. */
    Optional<URI> target(HttpServerRequest request) {
        return of(request).flatMap(resource -> {
            try {
                return Optional.of(URI.create(resource + paths.belowRoot(request.path())));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> host(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        if (hosts.isEmpty()) {
            // HTTP/2 has a pseudo header for it
            return Optional.ofNullable(request.authority()).map(HostAndPort::toString);
        }
        return hosts.size() == 1 ? Optional.of(hosts.get(0)) : Optional.empty();
    }

    /** What the nearest proxy wrote. */
    private static Optional<String> last(HttpServerRequest request, String name) {
        List<String> values = request.headers().getAll(name);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String value = values.get(values.size() - 1);
        return Optional.of(value.substring(value.lastIndexOf(',') + 1).strip());
    }
}
