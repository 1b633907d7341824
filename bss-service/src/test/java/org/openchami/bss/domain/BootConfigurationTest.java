package org.openchami.bss.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.api.Test;

class BootConfigurationTest {
    private final BootConfiguration stored = new BootConfiguration("k", "i", "p",
            new CloudInit(Map.of("a", 1, "deep", Map.of("x", 1, "y", 2)), null, null));

    @Test
    void whatAChangeDoesNotGiveIsKept() {
        assertThat(stored.with(new BootConfiguration(null, null, "new", null)))
                .isEqualTo(new BootConfiguration("k", "i", "new", stored.cloudInit()));
    }

    @Test
    void aChangeReplacesAWholeMap() {
        assertThat(stored.with(data(Map.of("b", 2))).cloudInit().metaData()).isEqualTo(Map.of("b", 2));
    }

    @Test
    void aPatchIsMergedDeeply() {
        assertThat(stored.merged(data(Map.of("deep", Map.of("y", 3)))).cloudInit().metaData())
                .isEqualTo(Map.of("a", 1, "deep", Map.of("x", 1, "y", 3)));
    }

    @Test
    void aNullInAPatchRemoves() {
        assertThat(stored.merged(data(Collections.singletonMap("a", null))).cloudInit().metaData())
                .isEqualTo(Map.of("deep", Map.of("x", 1, "y", 2)));
    }

    private static BootConfiguration data(Map<String, Object> metaData) {
        return new BootConfiguration(null, null, null, new CloudInit(metaData, null, null));
    }
}
