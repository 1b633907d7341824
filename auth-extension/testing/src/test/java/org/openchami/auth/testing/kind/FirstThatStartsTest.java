package org.openchami.auth.testing.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstThatStartsTest {
    private static final String PROPERTY = "openchami.testing.example";

    @AfterEach
    void unforce() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void takesTheFirst() {
        assertThat(kinds().or("one", () -> "one").or("two", () -> "two").start()).isEqualTo("one");
    }

    @Test
    void passesOverWhatCanNotStart() {
        assertThat(kinds().or("one", FirstThatStartsTest::fail).or("two", () -> "two").start()).isEqualTo("two");
    }

    @Test
    void saysEveryReasonWhenNothingStarts() {
        assertThatThrownBy(() -> kinds().or("one", FirstThatStartsTest::fail).or("two", FirstThatStartsTest::fail).start())
                .isInstanceOf(CannotStart.class)
                .hasMessage("Example can't be had in any way: one: no engine; two: no engine");
    }

    @Test
    void triesNothingButTheForcedKind() {
        System.setProperty(PROPERTY, "two");
        assertThat(kinds().or("one", () -> "one").or("two", () -> "two").start()).isEqualTo("two");
    }

    @Test
    void aForcedKindThatCanNotStartIsAFailureWithTheReason() {
        System.setProperty(PROPERTY, "one");
        assertThatThrownBy(() -> kinds().or("one", FirstThatStartsTest::fail).or("two", () -> "two").start())
                .isInstanceOf(CannotStart.class)
                .hasMessage("Example as 'one', which openchami.testing.example asks for: no engine");
    }

    @Test
    void anUnknownForcedKindIsAFailure() {
        System.setProperty(PROPERTY, "three");
        assertThatThrownBy(() -> kinds().or("one", () -> "one").start()).isInstanceOf(CannotStart.class)
                .hasMessage("openchami.testing.example=three is none of [one]");
    }

    private static FirstThatStarts<String> kinds() {
        return new FirstThatStarts<>("Example", PROPERTY);
    }

    private static String fail() {
        throw new CannotStart("no engine");
    }
}
