package org.openchami.auth.verify;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** What the claims of a token that is no access token look like (RFC 8725 section 3.12), whoever issued it. */
final class ForeignShape {
    /** An ID token's (OpenID Connect Core sections 2 and 3.3.2.11), a logout or event token's (RFC 8417), an introspection answer's (RFC 9701). */
    private static final List<String> CLAIMS = List.of("nonce", "at_hash", "c_hash", "s_hash", "events", "token_introspection");
    /** Where the claims name a type of their own, as Keycloak's do; and a use, as others' do. */
    private static final Set<String> TYPES = Set.of("Bearer", "DPoP", "at+jwt");
    private static final String USE = "access";

    private ForeignShape() {}

    static boolean of(JsonNode claims) {
        for (String name : CLAIMS) {
            if (claims.has(name)) {
                return true;
            }
        }
        JsonNode typ = claims.get("typ");
        JsonNode use = claims.get("token_use");
        return typ != null && !(typ.isTextual() && TYPES.contains(typ.textValue()))
                || use != null && !(use.isTextual() && USE.equals(use.textValue()));
    }
}
