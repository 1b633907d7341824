package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.keys.Jwk.Dropped;

class DroppedKeysTest {
    private static final Dropped WEAK = new Dropped("k1", "it is weak", false);
    private static final Dropped LEAKED = new Dropped("k2", "it holds a private key", true);
    private final LoggedLines log = new LoggedLines();
    private final DroppedKeys dropped = new DroppedKeys("issuer 'login'");

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aWarningNamesIssuerKeyAndCause() {
        dropped.tell(List.of(WEAK));

        assertThat(log.at(Level.WARNING)).containsExactly("OCAUTH-0102 issuer 'login': the key 'k1' is not used: it is weak");
    }

    @Test
    void eachIsToldOnceHoweverOftenTheSetIsRead() {
        IntStream.range(0, 100).forEach(i -> dropped.tell(List.of(WEAK)));

        assertThat(log.at(Level.WARNING)).hasSize(1);
    }

    @Test
    void anotherCauseOfTheSameKeyIsToldToo() {
        dropped.tell(List.of(WEAK));
        dropped.tell(List.of(new Dropped("k1", "its use is not sig", false)));

        assertThat(log.at(Level.WARNING)).hasSize(2);
    }

    @Test
    void aLeakIsAnErrorWithItsCure() {
        dropped.tell(List.of(LEAKED));

        assertThat(log.at(Level.SEVERE)).singleElement().asString().startsWith("OCAUTH-0105 issuer 'login'").contains("'k2'")
                .contains("Cure:");
    }

    @Test
    void thousandsOfBadKeysAreSummedUp() {
        dropped.tell(IntStream.range(0, 5000).mapToObj(i -> new Dropped("k" + i, "it is weak", false)).toList());

        assertThat(log.at(Level.WARNING)).hasSize(21).last().asString().contains("4980 more");
    }
}
