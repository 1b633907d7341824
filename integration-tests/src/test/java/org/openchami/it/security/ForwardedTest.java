package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.it.refusal.CallContexts;
import org.openchami.it.refusal.Refused;
import org.openchami.it.world.AuditRecord;

/** Where a request comes from is what its connection says; here no proxy is trusted to say otherwise. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwardedTest {
    private static final String ELSEWHERE = "198.51.100.7";

    private final SecurityWorld world;

    ForwardedTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("spoofed")
    void spoofedAddress(String name, String value) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        Refused.NO_TOKEN.is(world.call().header(name, value).header("traceparent", "00-" + trace + "-0123456789abcdef-01").get());
        AuditRecord entry = world.world().smd().audit().ofTrace(trace);
        assertThat(entry.toString()).doesNotContain(ELSEWHERE);
    }

    /** The address by which a client is known, said by the client itself, does not open its network's door. {@link ClientRulesTest} opens it. */
    @ParameterizedTest
    @MethodSource("spoofed")
    void spoofedAddressOfAClient(String name, String value) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String token = world.good().claim("sub", "\"remote\"").claim("client_id", "\"remote\"").sign();
        String context = world.remote().sign(CallContexts.TYPE, CallContexts.good(world.remote(), token));
        Refused.INSUFFICIENT_SCOPE.is(world.call().header("Authorization", "Bearer " + token).header("Call-Context", context)
                .header("traceparent", "00-" + trace + "-0123456789abcdef-01").header(name, value).get());
        assertThat(world.world().smd().audit().ofTrace(trace).at("/event/reason")).isEqualTo("address");
    }

    Stream<Arguments> spoofed() {
        return Stream.of(argumentSet("X-Forwarded-For", "X-Forwarded-For", ELSEWHERE),
                argumentSet("X-Forwarded-For, two", "X-Forwarded-For", ELSEWHERE + ", 127.0.0.1"),
                argumentSet("Forwarded", "Forwarded", "for=" + ELSEWHERE),
                argumentSet("Forwarded, quoted", "Forwarded", "for=\"" + ELSEWHERE + ":80\";proto=https"),
                argumentSet("X-Real-IP", "X-Real-IP", ELSEWHERE), argumentSet("X-Client-IP", "X-Client-IP", ELSEWHERE),
                argumentSet("True-Client-IP", "True-Client-IP", ELSEWHERE), argumentSet("X-Forwarded-Host", "X-Forwarded-Host", ELSEWHERE));
    }
}
