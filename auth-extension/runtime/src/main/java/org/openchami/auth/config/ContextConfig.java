package org.openchami.auth.config;

import io.smallrye.config.WithDefault;

/** What is done about the signed context of a call. */
public interface ContextConfig {

    /** What happens to a call of a service whose context is missing, unsigned, foreign or stale. */
    @WithDefault("enforce")
    Mode mode();

    /** What happens to a call whose context does not hold. */
    enum Mode {
        /** Contexts are not looked at. */
        OFF,
        /** It is served, and its origin is recorded as unknown. */
        SHADOW,
        /** It is refused with 403. */
        ENFORCE
    }
}
