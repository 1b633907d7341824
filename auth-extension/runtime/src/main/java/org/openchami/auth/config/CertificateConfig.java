package org.openchami.auth.config;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.WithDefault;

/** A caller known by its X.509 client certificate, where it sends no token. */
public interface CertificateConfig {

    /** The subject of the certificate as RFC 4514 writes it: {@code CN=bss,O=Cluster}. One of this, {@code san-dns} and {@code san-uri}. */
    Optional<String> subject();

    /** A DNS name among its subject alternative names. */
    Optional<String> sanDns();

    /** A URI among its subject alternative names: {@code spiffe://cluster/bss}. */
    Optional<String> sanUri();

    /** What it is. */
    @WithDefault("service")
    CertificateRule.Kind kind();

    /** Its client id, or the user's name. Default: the name of this entry. */
    Optional<String> id();

    /** The scopes it has. Default: none. */
    Optional<List<String>> scopes();

    /** The groups a user is in. Default: none. */
    Optional<List<String>> roles();
}
