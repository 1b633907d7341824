package org.openchami.bss.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeTest {

    @ParameterizedTest
    @CsvSource({"16,16", "0x10,16", "020,16", "-1,-1"})
    void numbersAreReadInTheBaseTheirPrefixNames(String text, long number) {
        assertThat(Whole.parse(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1.5", "#10", "'", "99999999999999999999"})
    void whatIsNoNumberIsRefused(String text) {
        assertThat(Whole.parse(text)).isEmpty();
    }
}
