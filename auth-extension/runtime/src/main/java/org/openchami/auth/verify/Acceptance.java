package org.openchami.auth.verify;

import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.secret.BearerToken;

import com.fasterxml.jackson.databind.JsonNode;

/** What a token says whose signature is good: who calls, and with what; or why that can't be told. */
@Singleton
class Acceptance {
    private final Subjects subjects;

    @Inject
    Acceptance(Subjects subjects) {
        this.subjects = subjects;
    }

    Verdict of(Candidate candidate) {
        JsonNode claims = candidate.token().claims();
        TrustedIssuer issuer = candidate.issuer();
        ClaimMapping.Mapped mapped = issuer.mapping().map(new Claims(claims), issuer.settings().iss());
        if (!(mapped instanceof ClaimMapping.Fits fits)) {
            return new Verdict.Rejected(((ClaimMapping.Unfit) mapped).reason());
        }
        if (!subjects.allow(fits.principal())) {
            return new Verdict.Rejected(Reason.PRINCIPAL);
        }
        Optional<Confirmation> bound = Confirmation.of(claims);
        if (bound.isEmpty()) {
            return new Verdict.Rejected(Reason.BINDING);
        }
        BearerToken bearer = new BearerToken(candidate.text(), instant(claims, "exp"));
        return new Verdict.Accepted(new AccessToken(bearer, new VerifiedClaims(bearer, fits.groups()), issuer.name(), fits.principal(),
                ClaimChecks.audience(claims), fits.scopes(), fits.groups(), instant(claims, "iat"), bound.get().key(),
                bound.get().certificate()));
    }

    private static Instant instant(JsonNode claims, String name) {
        return Instant.ofEpochMilli(ClaimChecks.millis(ClaimChecks.seconds(claims, name)));
    }
}
