package org.openchami.auth.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8,10.255.0.1", "127.0.0.1/32,127.0.0.1", "10.1.2.3/8,10.9.9.9", "0.0.0.0/0,8.8.8.8",
            "2001:db8::/32,2001:db8:1::2",
            "::1/128,::1", "::/0,fe80::1", "10.0.0.0/8,::ffff:10.1.2.3"})
    void anAddressOfTheNetworkLiesInIt(String network, String address) {
        assertThat(Cidr.of(network).contains(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8,11.0.0.1", "127.0.0.1/32,127.0.0.2", "2001:db8::/32,2001:db9::1", "::1/128,::2", "10.0.0.0/8,2001:db8::1",
            "::/0,10.0.0.1", "0.0.0.0/0,::1"})
    void anotherAddressDoesNot(String network, String address) {
        assertThat(Cidr.of(network).contains(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "10.0.0.1:80", "10.0.0", "10.0.0.256", "010.0.0.1 ", "0x0a000001"})
    void whatIsNoLiteralAddressLiesInNoNetwork(String text) {
        assertThat(Cidr.of("0.0.0.0/0").contains(text)).isFalse();
        assertThat(Cidr.of("::/0").contains(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129", "proxy/24", "10.0/8",
            "10.0.0.0/8/8"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.of(text));
    }

    @Test
    void itIsShownAsItWasWritten() {
        assertThat(Cidr.of("10.1.2.3/8")).hasToString("10.1.2.3/8");
    }
}
