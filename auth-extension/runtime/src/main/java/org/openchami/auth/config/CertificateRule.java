package org.openchami.auth.config;

import java.util.Set;

/** Who the holder of a client certificate is, after the configuration was checked. */
public record CertificateRule(String name, Field field, String value, Kind kind, String id, Set<String> scopes, Set<String> roles) {

    /** Which part of the certificate must have the value. */
    public enum Field {
        SUBJECT,
        SAN_DNS,
        SAN_URI
    }

    /** What its holder is. */
    public enum Kind {
        USER,
        SERVICE
    }
}
