package org.openchami.auth.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.openchami.auth.Guide;

class ConfigurationPageTest {
    private static final String PAGE = "configuration.md";

    /** With {@code -Dopenchami.docs.write=true}, as {@code docs/generate} runs it, it writes the page first. */
    @Test
    void theGuideTellsEachKeyWithItsDefaultAsTheCodeHasIt() throws IOException {
        if (Boolean.getBoolean("openchami.docs.write")) {
            Files.writeString(Guide.file(PAGE), ConfigurationPage.text());
        }

        assertThat(Guide.page(PAGE)).as("docs/generate writes it anew").isEqualTo(ConfigurationPage.text());
    }
}
