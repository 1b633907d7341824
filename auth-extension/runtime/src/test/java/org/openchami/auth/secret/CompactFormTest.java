package org.openchami.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactFormTest {

    @Test
    void threePartsAreRead() {
        assertThat(CompactForm.parts("AAAA.AAA.AA")).hasValueSatisfying(parts -> assertThat(parts).extracting(part -> part.length)
                .containsExactly(3, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "AAAA", "AAAA.AAAA", "AAAA.AAAA.AAAA.AAAA", "AAAA..AAAA", ".AAAA.AAAA", "AAAA.AAAA.",
            "A.AAAA.AAAA",
            "AAA=.AAAA.AAAA", "AAB.AAAA.AAAA", "AAAA.AAAA.AA AA", "AA+A.AAAA.AAAA", "ÄAAA.AAAA.AAAA", "ŁAAA.AAAA.AAAA"})
    void anythingElseIsNone(String text) {
        assertThat(CompactForm.parts(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀AA.AAAA.AAAA", "AAAA.😀.AAAA", "AAAA.AAAA.AA😀", "😀😀😀😀.AAAA.AAAA"})
    void aCharacterOfTwoCharsIsNoneOfIts(String text) {
        assertThat(CompactForm.parts(text)).isEmpty();
    }
}
