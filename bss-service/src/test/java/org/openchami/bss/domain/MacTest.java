package org.openchami.bss.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacTest {

    @ParameterizedTest
    @ValueSource(strings = {"52:54:00:BE:EF:01", "52-54-00-be-ef-01", "525400beef01", "5254.00be.ef01"})
    void everyUsualWritingHasOneNormalForm(String text) {
        assertThat(Mac.normal(text)).contains("52:54:00:be:ef:01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not available", "52:54:00:be:ef", "52:54:00:be:ef:0g", "52:54:00:be:ef:01:02"})
    void whatIsNoMacHasNone(String text) {
        assertThat(Mac.normal(text)).isEmpty();
    }

    @Test
    void onlyColonFormMayBeStored() {
        assertThat(Mac.isColonForm("52:54:00:BE:ef:01")).isTrue();
        assertThat(Mac.isColonForm("52-54-00-be-ef-01")).isFalse();
    }
}
