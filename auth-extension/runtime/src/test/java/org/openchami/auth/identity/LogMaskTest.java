package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.StartupEvent;

class LogMaskTest {
    private final LogMask mask = new LogMask();

    private boolean passes(String level) {
        return mask.isLoggable(new LogRecord(Level.parse(level), "client_assertion=..."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEVERE", "WARNING", "INFO"})
    void warningsAndErrorsStay(String level) {
        assertThat(passes(level)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIG", "FINE", "FINER", "FINEST"})
    void whatIsSaidForDebuggingIsDropped(String level) {
        assertThat(passes(level)).isFalse();
    }

    @Test
    void aStackTraceBecomesOneLine() {
        LogRecord record = new LogRecord(Level.WARNING, "OIDC Server is not available:");
        record.setThrown(new ConnectException("Connection refused"));

        mask.isLoggable(record);

        assertThat(record.getMessage()).isEqualTo("OIDC Server is not available: java.net.ConnectException: Connection refused");
        assertThat(record.getThrown()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.quarkus.oidc.client.runtime.OidcClientImpl", "io.quarkus.oidc.common.runtime.OidcCommonUtils"})
    void itIsSetOnTheLoggersThatPrintTokenRequests(String logger) {
        try {
            mask.start(new StartupEvent());

            assertThat(Logger.getLogger(logger).getFilter()).isSameAs(mask);
        } finally {
            Logger.getLogger(logger).setFilter(null);
        }
    }
}
