package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.config.Configured;
import org.openchami.auth.context.Exchange;

class SourceAddressTest {
    private final SourceAddress trusting = new SourceAddress(
            Configured.with("openchami.auth.trusted-proxies", "127.0.0.1/32,10.0.0.0/24,fd00::/8"));

    private static String of(SourceAddress source, String peer, String... forwarded) {
        Exchange exchange = new Exchange();
        exchange.peer = peer;
        for (String value : forwarded) {
            exchange.headers.add("X-Forwarded-For", value);
        }
        return source.of(exchange.request());
    }

    @Test
    void withoutTrustedProxiesItIsTheConnections() {
        assertThat(of(new SourceAddress(Configured.with()), "127.0.0.1", "172.16.0.2")).isEqualTo("127.0.0.1");
    }

    @Test
    void aStrangersHeaderIsNotBelieved() {
        assertThat(of(trusting, "172.16.0.9", "172.16.0.2")).isEqualTo("172.16.0.9");
    }

    @Test
    void aTrustedProxysHeaderIsBelieved() {
        assertThat(of(trusting, "127.0.0.1", "172.16.0.2")).isEqualTo("172.16.0.2");
    }

    @Test
    void aTrustedProxyThatSaysNothingIsTheSource() {
        assertThat(of(trusting, "127.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void whatStandsLeftOfTheFirstStrangerIsNotBelieved() {
        assertThat(of(trusting, "127.0.0.1", "1.1.1.1, 172.16.0.2")).isEqualTo("172.16.0.2");
        assertThat(of(trusting, "127.0.0.1", "1.1.1.1", "172.16.0.2")).isEqualTo("172.16.0.2");
        assertThat(of(trusting, "127.0.0.1", "127.0.0.1, 172.16.0.2")).isEqualTo("172.16.0.2");
    }

    @Test
    void aChainOfTrustedProxiesIsFollowed() {
        assertThat(of(trusting, "127.0.0.1", "172.16.0.2, 10.0.0.7,10.0.0.8")).isEqualTo("172.16.0.2");
        assertThat(of(trusting, "127.0.0.1", "172.16.0.2", "10.0.0.7", "10.0.0.8")).isEqualTo("172.16.0.2");
    }

    @Test
    void ofAChainThatIsAllTrustedItIsTheFarthest() {
        assertThat(of(trusting, "127.0.0.1", "10.0.0.6, 10.0.0.7")).isEqualTo("10.0.0.6");
    }

    @Test
    void addressesOfIpv6AreRead() {
        assertThat(of(trusting, "fd00::1", "2001:db8::2")).isEqualTo("2001:db8::2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "x1000c0s0b0n1", "172.16.0.2.evil", "<script>", "172.16.0.2, unknown"})
    void whoeverIsBehindAProxyWithoutAnAddressHasNone(String text) {
        assertThat(of(trusting, "127.0.0.1", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , "})
    void aTrustedProxyThatSaysNoAddressIsTheSource(String text) {
        assertThat(of(trusting, "127.0.0.1", text)).isEqualTo("127.0.0.1");
    }

    @Test
    void aConnectionWithoutAnAddressHasNone() {
        assertThat(of(trusting, null, "172.16.0.2")).isEmpty();
    }
}
