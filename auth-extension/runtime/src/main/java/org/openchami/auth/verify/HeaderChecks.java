package org.openchami.auth.verify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.openchami.auth.config.Issuer;
import org.openchami.auth.config.Profile;
import org.openchami.auth.keys.Algorithm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a token's header may say (RFC 7515 section 4, RFC 8725 sections 3.1, 3.11 and 3.12). Where it points to keys, in {@code jwk}, {@code jku},
 * {@code x5c} or {@code x5u}, is never read: an issuer's keys come from its own address alone.
 */
final class HeaderChecks {
    /** What changes the meaning of the rest: extensions, an unencoded or compressed payload, encryption, a token within the token. */
    private static final List<String> CHANGES = List.of("crit", "b64", "zip", "enc", "cty");
    private static final Set<String> ACCESS_TOKEN = Set.of("at+jwt", "application/at+jwt");

    private HeaderChecks() {}

    static Optional<Reason> fault(JsonNode header, Issuer issuer) {
        String alg = UnverifiedToken.text(header, "alg").orElse("");
        if (Algorithm.of(alg).isEmpty() || !issuer.algorithms().contains(alg)) {
            return Optional.of(Reason.ALGORITHM);
        }
        for (String name : CHANGES) {
            if (header.has(name)) {
                return Optional.of(Reason.CRITICAL);
            }
        }
        if (!typed(header.get("typ"), issuer.profile())) {
            return Optional.of(Reason.TYPE);
        }
        return kid(header.get("kid"), issuer.kidOptional()) ? Optional.empty() : Optional.of(Reason.KEY);
    }

    /** RFC 9068 came late: elsewhere than in its own profile a token of no type may be an access token, too. */
    private static boolean typed(JsonNode typ, Profile profile) {
        if (typ != null && !typ.isTextual()) {
            return false;
        }
        String type = typ == null ? "" : typ.textValue().toLowerCase(Locale.ROOT);
        return ACCESS_TOKEN.contains(type) || profile != Profile.RFC9068 && (typ == null || type.equals("jwt"));
    }

    private static boolean kid(JsonNode kid, boolean optional) {
        if (kid == null) {
            return optional;
        }
        return kid.isTextual() && Claims.isName(kid.textValue());
    }
}
