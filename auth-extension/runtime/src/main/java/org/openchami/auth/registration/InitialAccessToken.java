package org.openchami.auth.registration;

import java.util.Optional;
import java.util.function.Supplier;

import org.openchami.auth.config.SecretSource;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.secret.SecretFile;
import org.openchami.auth.secret.SecretFileException;

/** The token that lets us register (RFC 7591 section 3), read anew each time: it may be good for one use, and be replaced by then. Reading blocks. */
record InitialAccessToken(Optional<SecretSource> source) implements Supplier<Optional<Secret>> {

    /** @throws RegistrationException if the file can't be trusted or read */
    @Override
    public Optional<Secret> get() {
        return source.map(place -> place instanceof SecretSource.InFile file ? read(file) : Secret.of(((SecretSource.Value) place).value()))
                .map(InitialAccessToken::sendable);
    }

    private static Secret sendable(Secret token) {
        if (!Granted.sendable(token.reveal())) {
            throw new RegistrationException("The registration was not sent", "the initial access token is no token (RFC 6750 section 2.1)",
                    "put the token alone into openchami.auth.registration.initial-access-token-file");
        }
        return token;
    }

    private static Secret read(SecretSource.InFile file) {
        try {
            return SecretFile.read(file.path());
        } catch (SecretFileException e) {
            String[] said = e.getMessage().split("\\. Cure: ", 2);
            throw new RegistrationException("The registration was not sent", said[0], said[said.length - 1]);
        }
    }
}
