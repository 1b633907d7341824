package org.openchami.auth.config;

import java.time.Duration;

import io.smallrye.config.WithDefault;

/** What a bearer token must fulfil beside its issuer, audience and signature. */
public interface TokenConfig {

    /** How far the authority's clock may be from ours, at most 2 minutes. */
    @WithDefault("30S")
    Duration skew();

    /** The longest token, in bytes. */
    @WithDefault("8192")
    int maxSize();

    /** How many verified tokens are remembered, so that they are not verified again; 0 for none. */
    @WithDefault("10000")
    int cacheSize();

    /** How long a verified token is remembered at most. */
    @WithDefault("5M")
    Duration cacheMaxAge();
}
