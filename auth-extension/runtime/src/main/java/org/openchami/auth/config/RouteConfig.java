package org.openchami.auth.config;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.WithDefault;

/** What is different for some routes. */
public interface RouteConfig {

    /** Their paths, as {@code /hsm/v2/State/Components} or with all below as {@code /boot/v1/*}; of several that fit the longest counts. Required. */
    Optional<List<String>> paths();

    /**
     * Whether somebody without a credential gets there to what is no REST resource: a static page, a route of another kind. A resource's own annotations
     * hold all the same.
     */
    @WithDefault("false")
    boolean open();

    /** What a bad credential is on a public route: refused, or taken for none as the Go services do. */
    @WithDefault("refuse")
    RouteRule.BadCredential badCredential();

    /** {@code enforce} or {@code shadow}. Default: as {@code openchami.auth.mode} says. */
    Optional<Enforcement> mode();

    /** What a caller must show beside its token: that it holds the key that the token is bound to. */
    @WithDefault("optional")
    RouteRule.Proof proof();
}
