package org.openchami.auth.config;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** What this service proves itself with at the authority. */
public interface OwnClientConfig {

    /** How a client proves itself at the token endpoint (RFC 7591 section 2, {@code token_endpoint_auth_method}). */
    enum Authentication {
        @WithName("private_key_jwt")
        PRIVATE_KEY_JWT,
        @WithName("client_secret_basic")
        CLIENT_SECRET_BASIC,
        @WithName("client_secret_post")
        CLIENT_SECRET_POST
    }

    /** The signature algorithm of a key that we make (RFC 7518 section 3.1). */
    enum Algorithm {
        @WithName("ES256")
        ES256,
        @WithName("PS256")
        PS256,
        @WithName("RS256")
        RS256
    }

    /** What is shown at the token endpoint: a JWT that our key has signed (RFC 7523), or a secret, in a header or in the body (RFC 6749). */
    @WithDefault("private_key_jwt")
    Authentication authentication();

    /** The algorithm of the keys that we make. A given key decides it by itself. */
    @WithDefault("ES256")
    Algorithm algorithm();

    /** The client id, where an operator registered us. Default: the service's name. */
    Optional<String> id();

    /** The client secret, where an operator registered us. Better in a file. */
    Optional<String> secret();

    /** A file with the client secret; read again when it changes. */
    Optional<String> secretFile();

    /** A file with the private key, where an operator registered us: PEM (PKCS#8, PKCS#1, SEC1, OpenSSH), JWK or PKCS#12. */
    Optional<String> keyFile();

    /** A file with the password of the PKCS#12 key file. */
    Optional<String> keyPasswordFile();

    /** How old a key or secret of ours may grow before it is replaced. */
    MaxAge maxAge();

    /** How long the old and the new key are both valid while they change places. Longer than the receivers' {@code keys.refresh}. */
    @WithDefault("2M")
    Duration keyOverlap();

    /** A refresh token that an operator gives us; spent before client credentials are used. */
    Optional<String> refreshToken();

    /** A file with such a refresh token. */
    Optional<String> refreshTokenFile();

    /** An access token that somebody else gets for us: used until it ends, nothing is registered. */
    Optional<String> accessToken();

    /** A file with such an access token, read again when it changes. */
    Optional<String> accessTokenFile();

    /** Lifetimes by what an identity can do: one that only reads may keep its key longer. */
    interface MaxAge {

        /** For an identity all of whose scopes end in {@code .read}. */
        @WithDefault("90D")
        Duration readOnly();

        /** For an identity that may change something. */
        @WithDefault("90D")
        Duration writing();
    }
}
