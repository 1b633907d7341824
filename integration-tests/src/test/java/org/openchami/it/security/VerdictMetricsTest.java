package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Instant;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.token.TokenForge;

/** Outside all refusals look alike; in the metrics each reason has a counter of its own, and nothing of a token is a label. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictMetricsTest {
    private static final Pattern VERDICT = Pattern.compile("(?m)^openchami_auth_verdicts_total\\{verdict=\"([a-z_]+)\"\\} ([0-9.E]+)$");
    private static final Pattern DENIAL = Pattern.compile("(?m)^openchami_auth_denials_total\\{reason=\"([a-z_]+)\"\\} ([0-9.E]+)$");

    private final SecurityWorld world;

    VerdictMetricsTest(SecurityWorld world) {
        this.world = world;
    }

    private Map<String, Double> counters(Pattern line) {
        String page = Call.to(world.world().smd().url(), "/q/metrics").get().expect(200, "GET /q/metrics").body();
        return line.matcher(page).results()
                .collect(Collectors.toMap((MatchResult found) -> found.group(1), found -> Double.valueOf(found.group(2))));
    }

    private void moves(Pattern line, String reason, int status, String token) {
        Map<String, Double> before = counters(line);
        assertThat(world.get(token).status()).isEqualTo(status);
        before.computeIfPresent(reason, (name, count) -> count + 1);
        assertThat(counters(line)).containsKey(reason).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void refusal(String reason, String token) {
        moves(VERDICT, reason, 401, token);
    }

    @Test
    void acceptance() {
        moves(VERDICT, "accepted", 200, world.good().sign());
    }

    @Test
    void everyReasonIsShown() {
        assertThat(counters(VERDICT)).containsOnlyKeys(
                Stream.concat(Stream.of("accepted", "undecided"), verdicts().map(one -> one.get()[0])).toArray(String[]::new));
    }

    @Test
    void denial() {
        moves(DENIAL, "unknown_client", 403, service("stranger"));
        moves(DENIAL, "address", 403, service("remote"));
    }

    private String service(String id) {
        return world.good().claim("sub", Draft.quoted(id)).claim("client_id", Draft.quoted(id)).sign();
    }

    Stream<Arguments> verdicts() {
        Draft good = world.good();
        long now = Instant.now().getEpochSecond();
        long revoked = world.issuers().notBefore().getEpochSecond() - 1;
        Map<String, String> all = Map.ofEntries(Map.entry("size", good.header("x", Draft.quoted("h".repeat(1024))).sign()),
                Map.entry("malformed", "abc.def.g"), Map.entry("json", good.moreClaims("\"x\":1,\"x\":2").sign()),
                Map.entry("algorithm", good.header("alg", "\"HS256\"").sign()),
                Map.entry("critical", good.header("crit", "[\"exp\"]").sign()),
                Map.entry("type", good.header("typ", "\"dpop+jwt\"").sign()),
                Map.entry("key", good.withoutHeader("kid").sign()), Map.entry("issuer", good.claim("iss", "\"nobody\"").sign()),
                Map.entry("audience", good.claim("aud", "\"bss\"").sign()),
                Map.entry("expired", good.claim("exp", Long.toString(now - 60)).sign()),
                Map.entry("not_yet_valid", good.claim("nbf", Long.toString(now + 90)).sign()),
                Map.entry("lifetime", good.claim("exp", Long.toString(now + 90_000)).sign()),
                Map.entry("not_before", Issuers.token("revoked", world.issuers().keyOf("revoked")).withoutClaim("nbf")
                        .claim("iat", Long.toString(revoked)).sign()),
                Map.entry("claims", good.claim("exp", "\"soon\"").sign()), Map.entry("principal", good.withoutClaim("client_id").sign()),
                Map.entry("scope", good.claim("scope", "\"smd.write\"").sign()), Map.entry("binding", good.claim("cnf", "{}").sign()),
                Map.entry("signature", good.key(TokenForge.withNewEcKey().claimingKid(world.ring().ec().kid())).sign()));
        return all.entrySet().stream().map(one -> argumentSet(one.getKey(), one.getKey(), one.getValue()));
    }
}
