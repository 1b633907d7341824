package org.openchami.auth.secret;

/** A file that holds a secret, or shall hold one, can't be used as it is. The message names the file and the cure, and nothing of its content. */
public final class SecretFileException extends RuntimeException {

    public SecretFileException(String message) {
        super(message, null, false, false);
    }
}
