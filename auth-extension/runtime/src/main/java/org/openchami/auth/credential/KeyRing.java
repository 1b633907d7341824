package org.openchami.auth.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Our keys while one takes the other's place: {@code next} is made and stored before the authority hears of it, {@code previous} stays valid for a
 * while after the switch.
 *
 * @param since when the current key was made; for a given key, when it was first read
 */
public record KeyRing(SigningKey current, Instant since, Optional<SigningKey> next, Optional<SigningKey> previous) {

    public static KeyRing of(SigningKey key, Instant since) {
        return new KeyRing(key, since, Optional.empty(), Optional.empty());
    }

    /** Every key that a receiver may meet, the current one first. */
    public List<SigningKey> all() {
        return Stream.concat(Stream.of(current), Stream.concat(next.stream(), previous.stream())).toList();
    }

    public KeyRing preparing(SigningKey key) {
        return new KeyRing(current, since, Optional.of(key), previous);
    }

    /** The next key signs from now on; the current one becomes the previous one. */
    public KeyRing switched(Instant now) {
        return new KeyRing(next.orElseThrow(), now, Optional.empty(), Optional.of(current));
    }

    public KeyRing retired() {
        return new KeyRing(current, since, next, Optional.empty());
    }
}
