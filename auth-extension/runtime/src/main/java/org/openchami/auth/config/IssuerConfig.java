package org.openchami.auth.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.WithDefault;

/** An authority whose tokens are trusted. The main one is called {@code authority}: what is said of it elsewhere is not said here. */
public interface IssuerConfig {

    /** The {@code iss} of its tokens, to the letter. Required, except for {@code authority}. */
    Optional<String> issuer();

    /** The address of its key set. One of this, {@code discovery} and {@code key-file} is required, except for {@code authority}. */
    Optional<String> keysUrl();

    /** The base address of its metadata (OpenID Connect Discovery, RFC 8414), which name the key set. */
    Optional<String> discovery();

    /** A file with its keys: a JWK set, or a public key or certificate in PEM. Read again when it changes. */
    Optional<String> keyFile();

    /** The algorithms its tokens may be signed with. Others: {@code RS384 RS512 PS384 PS512 ES384 ES512 EdDSA}. */
    @WithDefault("RS256,PS256,ES256")
    List<String> algorithms();

    /** The audiences one of which its tokens must name. Default: this service's name and the cluster's audience. */
    Optional<List<String>> audiences();

    /** How its tokens are to be read. */
    @WithDefault("hydra")
    Profile profile();

    /** Where a token of the profile {@code custom} says what. */
    Paths claims();

    /** An instant ({@code 2026-11-23T08:00:00Z}); tokens issued before it are refused. */
    Optional<String> notBefore();

    /** A file with such an instant, read again while the service runs: for a revocation of everything, at once. */
    Optional<String> notBeforeFile();

    /** The longest time a token may last from its issue. */
    @WithDefault("24H")
    Duration maxLifetime();

    /** Whether a token without a key id is taken where exactly one key fits. */
    @WithDefault("false")
    boolean kidOptional();

    /** Claim names; nested ones with slashes: {@code realm_access/roles}. */
    interface Paths {

        /** Who calls. */
        @WithDefault("sub")
        String subject();

        /** Through which client. */
        Optional<String> clientId();

        /** The scopes: a list, or words in a string. */
        Optional<String> scopes();

        /** The groups. Default: {@code groups}. */
        Optional<String> groups();

        /** What marks a service's own token, {@code path=value}. Without it every token is a user's. */
        Optional<String> service();
    }
}
