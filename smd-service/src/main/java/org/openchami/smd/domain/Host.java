package org.openchami.smd.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.util.NetUtil;

/**
 * Where an endpoint is found, made of what a client said of it. The FQDN is hostname and domain, or an IP address; the id stands in
 * for a missing hostname, and the hostname for a missing id.
 */
record Host(String id, String hostname, String domain, String fqdn, String ip) {

    private static final Pattern EDGES = Pattern.compile("^[./ ]+|[./ ]+$");
    private static final Pattern ADDRESS = Pattern
            .compile("(?<v4>[0-9.]+)(?<port>:\\d+)?|\\[(?<v6>[0-9a-f:.]+)](?<port6>:\\d+)?|(?<bare>[0-9a-f:.]+)");

    static Host of(String givenId, String givenHostname, String givenDomain, String givenFqdn, String givenIp) {
        Optional<String> hostAddress = address(trim(givenHostname));
        String hostname = hostAddress.orElse(trim(givenHostname));
        if (hostAddress.isEmpty() && hostname.contains(".")) {
            throw new InvalidException("Hostname is not a basename or IP address.");
        }
        String domain = trim(givenDomain);
        Optional<String> fqdnAddress = address(givenFqdn);
        if (hostname.isEmpty() && fqdnAddress.isPresent()) {
            hostAddress = fqdnAddress;
            hostname = fqdnAddress.get();
        } else if (fqdnAddress.isEmpty()) {
            String[] parts = givenFqdn.split("\\.", 2);
            hostname = hostname.isEmpty() ? trim(parts[0]) : hostname;
            domain = domain.isEmpty() && parts.length > 1 && hostname.equals(trim(parts[0])) ? trim(parts[1]) : domain;
        }
        String id = givenId.isEmpty() ? hostname : trim(givenId);
        if (id.isEmpty()) {
            throw new InvalidException("No xname ID found");
        }
        String fqdn = fqdn(hostname.isEmpty() ? Xname.normalize(id) : hostname, domain, hostAddress.isPresent());
        String wanted = fqdnAddress.orElse(givenFqdn);
        if (!wanted.isEmpty() && !fqdn.equals(wanted)) {
            throw new InvalidException("host/domain conflicts with FQDN: '" + fqdn + "' != '" + wanted + "'");
        }
        return new Host(id, hostname, domain, fqdn, ip(givenIp, hostAddress));
    }

    private static String fqdn(String host, String domain, boolean address) {
        return domain.isEmpty() || address ? host : host + "." + domain;
    }

    private static String ip(String given, Optional<String> hostAddress) {
        if (given.isEmpty()) {
            return hostAddress.orElse("");
        }
        String ip = address(given).orElseThrow(() -> new InvalidException("IPAddress is not a valid IP address: '" + given + "'"));
        if (hostAddress.isPresent() && !hostAddress.get().equals(ip)) {
            throw new InvalidException("hostname IP address conflicts with given IP address: '" + hostAddress.get() + "' != '" + ip + "'");
        }
        return ip;
    }

    /** The text as an IP address with its port, if it is one: lower case, version 6 in brackets. */
    private static Optional<String> address(String text) {
        Matcher matcher = ADDRESS.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group("v4") != null && NetUtil.isValidIpV4Address(matcher.group("v4"))) {
            return Optional.of(matcher.group());
        }
        String v6 = matcher.group("v6") == null ? matcher.group("bare") : matcher.group("v6");
        String port = Optional.ofNullable(matcher.group("port6")).orElse("");
        return v6 != null && NetUtil.isValidIpV6Address(v6) ? Optional.of("[" + v6 + "]" + port) : Optional.empty();
    }

    private static String trim(String text) {
        return EDGES.matcher(text).replaceAll("");
    }
}
