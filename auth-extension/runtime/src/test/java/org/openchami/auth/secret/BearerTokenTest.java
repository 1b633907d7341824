package org.openchami.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class BearerTokenTest {
    /** The access token of RFC 9449 section 7.1. */
    private static final BearerToken TOKEN = new BearerToken("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU", Instant.EPOCH);

    @Test
    void itsTextIsMasked() {
        assertThat(TOKEN).hasToString("Bearer ***");
    }

    @Test
    void itsHashIsTheOneOfTheRfc() {
        assertThat(TOKEN.hash()).isEqualTo("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
    }

    @Test
    void itsHeaderNamesTheScheme() {
        assertThat(TOKEN.header()).isEqualTo("Bearer Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU");
    }
}
