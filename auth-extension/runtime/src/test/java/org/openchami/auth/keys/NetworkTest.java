package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({"10.0.0.1,10.0.0.1", "10.0.0.1,::ffff:10.0.0.1", "2001:db8:1:2::1,2001:db8:1:2:ffff:ffff:ffff:ffff",
            "2001:DB8:1:2::1,2001:db8:1:2:0:0:0:1", "fe80::1,fe80::2"})
    void theseAreOne(String one, String other) {
        assertThat(Network.of(one)).isEqualTo(Network.of(other));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1,10.0.0.2", "2001:db8:1:2::1,2001:db8:1:3::1", "::1,127.0.0.1", "smd,bss", "'',::"})
    void theseAreTwo(String one, String other) {
        assertThat(Network.of(one)).isNotEqualTo(Network.of(other));
    }

    @Test
    void whatIsNoAddressIsItselfAndNotLong() {
        assertThat(Network.of("localhost")).isEqualTo("localhost");
        assertThat(Network.of("x".repeat(10_000))).hasSizeLessThan(100);
    }
}
