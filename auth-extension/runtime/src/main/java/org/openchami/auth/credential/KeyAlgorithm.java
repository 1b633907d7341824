package org.openchami.auth.credential;

/** The signature algorithms that a key of ours may have (RFC 7518 section 3.1): those that Hydra takes in a client assertion. */
public enum KeyAlgorithm {
    ES256,
    PS256,
    RS256
}
