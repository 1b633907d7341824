package org.openchami.auth.rights;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

import org.openchami.auth.config.RouteRule.Proof;
import org.openchami.auth.verify.AccessToken;

/**
 * Whether a token came in the way that what it is bound to demands: with the client certificate of RFC 8705 section 3, with the scheme of RFC 9449
 * section 7; and whether it is bound at all, where the route demands that.
 */
final class Binding {

    private Binding() {}

    static Optional<Denial> fault(AccessToken token, RequestFacts facts) {
        boolean key = token.boundKey().isPresent();
        boolean certificate = token.boundCertificate().isPresent();
        if (key != facts.dpopScheme()) {
            return Optional.of(key ? Denial.DPOP_MISSING : Denial.DPOP_UNBOUND);
        }
        if (certificate && !holds(token.boundCertificate().get(), facts.peerCertificate())) {
            return Optional.of(Denial.BINDING);
        }
        Proof wanted = facts.proof();
        if (wanted == Proof.DPOP && !key) {
            return Optional.of(Denial.DPOP_UNBOUND);
        }
        boolean enough = wanted == Proof.CERTIFICATE ? certificate : wanted != Proof.ANY || key || certificate;
        return enough ? Optional.empty() : Optional.of(Denial.UNBOUND);
    }

    private static boolean holds(String hash, Optional<X509Certificate> certificate) {
        return certificate.isPresent() && MessageDigest.isEqual(hash.getBytes(StandardCharsets.US_ASCII),
                hash(certificate.get()).getBytes(StandardCharsets.US_ASCII));
    }

    /** {@code x5t#S256}: base64url of the SHA-256 of the DER encoding. */
    static String hash(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that TLS has read has an encoding", e);
        }
    }
}
