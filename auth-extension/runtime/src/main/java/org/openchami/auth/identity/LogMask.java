package org.openchami.auth.identity;

import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;

/**
 * Drops what Quarkus' OIDC client says at DEBUG: with it, whole token requests would be logged, assertions, secrets and codes included. Its
 * warnings and errors stay, on one line each: during an outage a stack trace a try would bury everything else.
 */
@Singleton
class LogMask implements Filter {
    // held here because the logging system holds its loggers weakly
    private final List<Logger> masked = List.of(Logger.getLogger("io.quarkus.oidc.client.runtime.OidcClientImpl"),
            Logger.getLogger("io.quarkus.oidc.common.runtime.OidcCommonUtils"));

    void start(@Observes @Priority(1) StartupEvent started) {
        masked.forEach(logger -> logger.setFilter(this));
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record.getThrown() != null) {
            record.setMessage(record.getMessage() + " " + record.getThrown());
            record.setThrown(null);
        }
        return record.getLevel().intValue() >= Level.INFO.intValue();
    }
}
