package org.openchami.auth.rights;

/** What a connection's client certificate is worth for a request without a token. */
public sealed interface Certified {

    /** There is none, or none that this service has been told of: the caller is anonymous. */
    record Nobody() implements Certified {}

    record Known(CertificatePrincipal principal) implements Certified {}

    /** It stands for somebody who is not admitted, or can't be told from somebody else. */
    record Refused(Denial denial) implements Certified {}
}
