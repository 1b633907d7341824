package org.openchami.auth.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads values one by one and collects what is wrong with them, so that a start fails once and tells all. */
final class Reading {
    private static final int MAX_PORT = 65535;
    static final URI MISSING = URI.create("http://missing.invalid");

    private final List<Problem> problems = new ArrayList<>();

    void wrong(String key, String fault, String cure) {
        problems.add(new Problem(key, fault, cure));
    }

    void stopIfWrong() {
        if (!problems.isEmpty()) {
            throw Problem.stop(List.copyOf(problems));
        }
    }

    /** A base address without a trailing slash; {@code example} is shown as the cure. */
    URI base(String key, Optional<String> value, String example) {
        URI uri = address(key, value.map(text -> text.strip().replaceAll("/+$", "")), example);
        if (uri.getRawQuery() != null) {
            wrong(key, "the address has a query", "Set it, for example " + key + "=" + example);
        }
        return uri;
    }

    /** An address as it is asked for: a query may be part of it. */
    URI address(String key, Optional<String> value, String example) {
        String cure = "Set it, for example " + key + "=" + example;
        if (value.isEmpty() || value.get().isBlank()) {
            wrong(key, "it is missing", cure);
            return MISSING;
        }
        try {
            URI uri = new URI(value.get().strip());
            if (uri.getHost() == null || !"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
                wrong(key, "'" + shown(value.get()) + "' is not an http or https address with a host", cure);
            } else if (uri.getPort() > MAX_PORT) {
                wrong(key, "port " + uri.getPort() + " can't be", cure);
            } else if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                wrong(key, "the address has a user or a fragment", cure);
            }
            return uri;
        } catch (URISyntaxException e) {
            wrong(key, "'" + shown(value.get()) + "' is not an address", cure);
            return MISSING;
        }
    }

    /** A secret that stands in the configuration or, with {@code -file} behind the key, in a file; not both. */
    Optional<SecretSource> secret(String key, Optional<String> value, Optional<String> file) {
        if (value.isPresent() && file.isPresent()) {
            wrong(key, "it is set, and " + key + "-file, too", "Keep one, better the file");
        }
        return file.<SecretSource>map(path -> new SecretSource.InFile(Path.of(path).toAbsolutePath()))
                .or(() -> value.map(SecretSource.Value::new));
    }

    /** A duration that something must fit into; where none is allowed, {@code least} is zero. */
    void duration(String key, Duration value, Duration least, String cure) {
        if (value.isNegative() || value.compareTo(least) < 0) {
            wrong(key, value + " is too short", "Use " + cure);
        }
    }

    /** An instant as RFC 3339 writes it. */
    Optional<Instant> instant(String key, Optional<String> value) {
        try {
            return value.map(text -> Instant.parse(text.strip()));
        } catch (DateTimeParseException e) {
            wrong(key, "'" + value.orElseThrow() + "' is not an instant", "Write it as 2026-11-23T08:00:00Z");
            return Optional.empty();
        }
    }

    /** Networks in CIDR notation. */
    List<Cidr> networks(String key, List<String> values) {
        return values.stream().flatMap(text -> {
            try {
                return Stream.of(Cidr.of(text.strip()));
            } catch (IllegalArgumentException e) {
                wrong(key, "'" + text + "' is not a network", "Use CIDR notation, for example 127.0.0.1/32");
                return Stream.empty();
            }
        }).toList();
    }

    /** An address may hold a password, and a message is read by many. */
    private static String shown(String address) {
        return address.replaceAll("//[^/]*@", "//***@");
    }

    /** An origin: a base address without a path. */
    URI origin(String key, Optional<String> value, String example) {
        URI uri = base(key, value, example);
        if (uri.getRawPath() != null && !uri.getRawPath().isEmpty()) {
            wrong(key, "'" + shown(value.orElse("")) + "' has a path", "Give the origin alone, for example " + key + "=" + example);
        }
        return uri;
    }
}
