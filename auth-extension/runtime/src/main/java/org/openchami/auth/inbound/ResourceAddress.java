package org.openchami.auth.inbound;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/**
 * This service's address as its clients write it: the configured one, or scheme and host of the request itself. What a proxy says of them is
 * believed of a trusted one alone. A host that is no host is left out: a challenge repeats nothing that a caller made up.
 */
@Singleton
class ResourceAddress {
    /** Read in one pass, whatever it is: no repeat within a repeat. */
    private static final Pattern HOST = Pattern.compile(
            "(?:[A-Za-z0-9][A-Za-z0-9.-]{0,254}+|\\[[0-9A-Fa-f:.]{2,45}+\\])(?::[0-9]{1,5}+)?");
    private static final int LONGEST = 255;

    private final Optional<String> configured;
    private final SourceAddress sources;

    @Inject
    ResourceAddress(Settings settings, SourceAddress sources) {
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
        return host.map(name -> scheme.orElse(request.connection().isSsl() ? "https" : "http") + "://" + name);
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
