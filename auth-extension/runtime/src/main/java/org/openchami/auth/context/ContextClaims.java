package org.openchami.auth.context;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.openchami.auth.Assurance;
import org.openchami.auth.Origin;
import org.openchami.auth.Purpose;

/**
 * How a chain is written in the claims of a {@code Call-Context}: {@code txn}, {@code purp}, {@code rctx} and {@code req_wl} as in the OAuth
 * Transaction Tokens draft, {@code via} for the services passed, {@code ath} as in RFC 9449 to bind it to the access token it comes with.
 */
final class ContextClaims {

    private ContextClaims() {}

    static void write(CallChain chain, JwtClaims claims) {
        Origin origin = chain.origin();
        claims.setClaim("txn", chain.transaction());
        claims.setSubject(subject(origin));
        chain.purpose().ifPresent(purpose -> claims.setStringClaim("purp", purpose));
        claims.setStringListClaim("via", chain.via());
        claims.setClaim("req_wl", chain.via().get(0));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("type", origin.kind());
        request.put("assurance", origin.assurance().word());
        origin.ip().ifPresent(ip -> request.put("ip", ip));
        if (origin instanceof Origin.Node node) {
            request.put("xname", node.xname());
            node.mac().ifPresent(mac -> request.put("mac", mac));
        } else if (origin instanceof Origin.User user) {
            request.put("iss", user.issuer());
            request.put("sub", user.subject());
        } else if (origin instanceof Origin.Service service) {
            request.put("client_id", service.clientId());
        }
        claims.setClaim("rctx", request);
    }

    private static String subject(Origin origin) {
        return origin instanceof Origin.User user
                ? "user:" + user.issuer() + "#" + user.subject()
                : origin.id().map(id -> origin.kind() + ":" + id).orElse("unknown");
    }

    /** Empty if a claim is missing, or its two halves contradict each other. */
    static Optional<CallChain> read(JwtClaims claims) {
        try {
            String transaction = claims.getStringClaimValue("txn");
            List<String> via = claims.getStringListClaimValue("via");
            Optional<Origin> origin = origin(claims);
            if (!TransactionId.valid(transaction) || via == null || via.isEmpty() || via.size() > CallChain.MAX_HOPS || origin.isEmpty()
                    || !subject(origin.get()).equals(claims.getSubject())) {
                return Optional.empty();
            }
            Optional<String> purpose = Optional.ofNullable(claims.getStringClaimValue("purp"));
            return purpose.isPresent() && !purpose.get().matches(Purpose.FORM)
                    ? Optional.empty()
                    : Optional.of(new CallChain(origin.get(), purpose, transaction, via));
        } catch (MalformedClaimException | ClassCastException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static Optional<Origin> origin(JwtClaims claims) throws MalformedClaimException {
        if (!(claims.getClaimValue("rctx") instanceof Map<?, ?> request)) {
            return Optional.empty();
        }
        Optional<String> ip = Optional.ofNullable((String) request.get("ip"));
        return switch (String.valueOf(request.get("type"))) {
            case "user" -> Optional.of(new Origin.User((String) request.get("iss"), (String) request.get("sub")));
            case "node" -> Optional.of(new Origin.Node((String) request.get("xname"), Optional.ofNullable((String) request.get("mac")), ip,
                    Assurance.valueOf(String.valueOf(request.get("assurance")).toUpperCase(Locale.ROOT))));
            case "service" -> Optional.of(new Origin.Service((String) request.get("client_id")));
            case "unknown" -> Optional.of(new Origin.Unknown(ip));
            default -> Optional.empty();
        };
    }
}
