package org.openchami.it.security;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

import io.vertx.core.json.Json;

/**
 * A token in the making. The values of its header and claims are JSON as it is written, right or wrong. Immutable.
 *
 * @param more what stands in the two objects behind the rest, such as a name that was there before
 */
record Draft(TokenForge key, Map<String, String> header, Map<String, String> claims, String moreHeader, String moreClaims) {

    static Draft of(TokenForge key, TokenClaims claims) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("alg", quoted(key.algorithm()));
        header.put("typ", quoted("JWT"));
        if (key.kid() != null) {
            header.put("kid", quoted(key.kid()));
        }
        Map<String, String> written = new LinkedHashMap<>();
        claims.values().forEach((name, value) -> written.put(name, Json.encode(value)));
        return new Draft(key, header, written, "", "");
    }

    static String quoted(String text) {
        return Json.encode(text);
    }

    Draft key(TokenForge other) {
        return new Draft(other, header, claims, moreHeader, moreClaims);
    }

    Draft header(String name, String json) {
        return new Draft(key, with(header, name, json), claims, moreHeader, moreClaims);
    }

    Draft claim(String name, String json) {
        return new Draft(key, header, with(claims, name, json), moreHeader, moreClaims);
    }

    Draft withoutHeader(String name) {
        return new Draft(key, without(header, name), claims, moreHeader, moreClaims);
    }

    Draft withoutClaim(String name) {
        return new Draft(key, header, without(claims, name), moreHeader, moreClaims);
    }

    /** Behind all that is there, whether its name is there already or not. */
    Draft moreHeader(String member) {
        return new Draft(key, header, claims, "," + member, moreClaims);
    }

    /** Behind all that is there, whether its name is there already or not. */
    Draft moreClaims(String member) {
        return new Draft(key, header, claims, moreHeader, "," + member);
    }

    String headerText() {
        return text(header, moreHeader);
    }

    String claimsText() {
        return text(claims, moreClaims);
    }

    /** The token. */
    String sign() {
        return sign(headerText(), claimsText());
    }

    /** Other texts under the same key. */
    String sign(String otherHeader, String otherClaims) {
        return key.token(otherHeader.getBytes(StandardCharsets.UTF_8), otherClaims.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Map<String, String> members, String more) {
        return members.entrySet().stream().map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", more + "}"));
    }

    private static Map<String, String> with(Map<String, String> members, String name, String json) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.put(name, json);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> members, String name) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return changed;
    }
}
