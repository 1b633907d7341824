package org.openchami.bss.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XnameTest {

    @Test
    void caseLeadingZerosAndBlanksDontMatter() {
        assertThat(Xname.node(" X1000C0S00b01n0 ")).contains("x1000c0s0b1n0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x1000c0s0b0", "x1000c8s0b0n0", "x10000c0s0b0n0", "x1000c0s0b0n0v1", "Default", "", "x1c0s0b0n0'"})
    void whatIsNoNodeIsRefused(String text) {
        assertThat(Xname.node(text)).isEmpty();
    }
}
