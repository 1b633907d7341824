package org.openchami.auth.verify;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a token: what it is looked up by, so that how long a look-up takes tells nothing of other tokens. Texts that are no tokens, with
 * characters beyond Latin-1, may share a token's; who takes a hit for a verdict compares the text.
 */
record TokenHash(long first, long second, long third, long fourth) {
    private static final ThreadLocal<Work> WORK = ThreadLocal.withInitial(Work::new);

    /** What one thread hashes with, over and over. */
    private static final class Work {
        private static final int LENGTH = 32;

        private final MessageDigest sha256 = sha256();
        private final byte[] hash = new byte[LENGTH];
        private final ByteBuffer numbers = ByteBuffer.wrap(hash);
        private byte[] text = new byte[0];

        TokenHash hash(String token) throws DigestException {
            if (text.length < token.length()) {
                text = new byte[token.length()];
            }
            latin1(token);
            sha256.update(text, 0, token.length());
            sha256.digest(hash, 0, LENGTH);
            return new TokenHash(numbers.getLong(0), numbers.getLong(8), numbers.getLong(16), numbers.getLong(24));
        }

        /** Deprecated for what is no Latin-1; the only way to read a string without an array of its own. */
        @SuppressWarnings("deprecation")
        private void latin1(String token) {
            token.getBytes(0, token.length(), text, 0);
        }
    }

    static TokenHash of(String token) {
        try {
            return WORK.get().hash(token);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 has 32 bytes", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int hashCode() {
        return (int) first;
    }
}
