package org.openchami.auth.config;

import java.net.URI;
import java.nio.file.Path;

/** Where an issuer's public keys come from. */
public sealed interface KeyOrigin {

    /** A JWK set at this address. */
    record At(URI address) implements KeyOrigin {}

    /** A JWK set whose address the metadata below this base address tells (OpenID Connect Discovery, RFC 8414). */
    record Discovered(URI base) implements KeyOrigin {}

    /** A JWK set or a PEM public key or certificate in a file. */
    record InFile(Path file) implements KeyOrigin {}
}
