package org.openchami.auth.verify;

import org.openchami.auth.config.Issuer;

/** An authority whose tokens are judged: what they must fulfil, how they are read, and since when they count. */
record TrustedIssuer(Issuer settings, ClaimMapping mapping, NotBefore notBefore) {

    static TrustedIssuer of(Issuer issuer) {
        return new TrustedIssuer(issuer, ClaimMapping.of(issuer), new NotBefore(issuer.notBefore(), issuer.notBeforeFile()));
    }

    String name() {
        return settings.name();
    }
}
