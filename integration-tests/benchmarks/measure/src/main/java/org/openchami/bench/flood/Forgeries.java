package org.openchami.bench.flood;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.bench.load.Get;
import org.openchami.bench.peers.Authority;
import org.openchami.bench.peers.Variant;

/** Tokens that nobody granted, and that can be told without a look at their signature. */
record Forgeries(List<String> fixed, String claims, String signature) {
    static final List<String> KINDS = List.of("an unknown kid", "another issuer", "expired", "HS256 with the public key", "alg none",
            "a new kid each time");

    static Forgeries of(Authority authority) {
        TokenForge real = authority.key("RS256");
        TokenClaims claims = authority.claims();
        String unknown = TokenForge.withNewRsaKey().token(claims);
        String[] parts = unknown.split("\\.");
        return new Forgeries(List.of(unknown, real.token(claims.with("iss", "https://elsewhere.example")),
                real.token(claims.expiresIn(Duration.ofHours(-1))), real.confusedWithHmac().token(claims), real.unsigned().token(claims)),
                parts[1], parts[2]);
    }

    /** All kinds in turn. */
    List<Get> requests(int count) {
        List<Get> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = i % KINDS.size();
            requests.add(Variant.get(kind < fixed.size() ? fixed.get(kind) : withNewKid()));
        }
        return requests;
    }

    private String withNewKid() {
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + UUID.randomUUID() + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.US_ASCII)) + "." + claims + "."
                + signature;
    }
}
