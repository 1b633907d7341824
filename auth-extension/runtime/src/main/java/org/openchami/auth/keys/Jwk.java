package org.openchami.auth.keys;

import io.vertx.core.json.JsonObject;

/** One member of a key set, after it was looked at. */
sealed interface Jwk {

    /** @param json what was published, for the disk */
    record Usable(VerificationKey key, JsonObject json) implements Jwk {}

    /**
     * Not used.
     *
     * @param kid fit for a log: printable, and not long
     * @param leaked whether it holds a private key, which its issuer shows to everybody
     */
    record Dropped(String kid, String cause, boolean leaked) implements Jwk {
        private static final int MAX_KID = 64;

        public Dropped {
            String line = kid.replaceAll("[^ -~]", "?");
            kid = line.length() <= MAX_KID ? line : line.substring(0, MAX_KID) + "...";
        }
    }
}
