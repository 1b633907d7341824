package org.openchami.auth.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.openchami.auth.secret.Secret;

/** Identities for tests. */
final class IdentityOf {
    static final Instant SINCE = Instant.parse("2030-01-01T00:00:00Z");
    private static final SigningKey KEY = SigningKey.generate();

    private IdentityOf() {}

    /** One that was just made. */
    static StoredIdentity fresh() {
        return StoredIdentity.fresh("instance-1", KeyRing.of(KEY, SINCE));
    }

    /** One that was acknowledged with this fingerprint. */
    static StoredIdentity registered(String fingerprint) {
        return fresh().with(new StoredClient("bss", Optional.of(fingerprint), Optional.empty(), false));
    }

    /** One that has all there is. */
    static StoredIdentity whole() {
        return new StoredIdentity("instance-1",
                new KeyRing(KEY, SINCE, Optional.of(SigningKey.generate()), Optional.of(SigningKey.generate())),
                Optional.of(new ClientSecret(Secret.of("the-client-secret"), SINCE, Optional.of(SINCE.plusSeconds(60)))),
                Optional.of(new StoredClient("bss", Optional.of("fingerprint"), Optional.of(Secret.of("the-access-token")), true)),
                Optional.of(new StoredClient("bss-1", Optional.of("fingerprint-1"), Optional.of(Secret.of("the-former-token")), false)),
                new StoredRefresh(Optional.of(Secret.of("the-refresh-token")), Optional.of("hash")), List.of("orphan-1", "orphan-2"));
    }

    /** All that is in it, secrets included: two identities are the same if and only if this is. */
    static String text(StoredIdentity identity) {
        return IdentityForm.write(identity).encode();
    }
}
