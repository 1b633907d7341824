package org.openchami.auth.config;

/** Whether a refusal is carried out. */
public enum Enforcement {
    /** It is. */
    ENFORCE,
    /** It is logged and counted, and the request is served: for the migration of a cluster, for a time. */
    SHADOW
}
