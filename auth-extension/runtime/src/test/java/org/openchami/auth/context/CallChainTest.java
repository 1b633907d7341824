package org.openchami.auth.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.openchami.auth.Assurance;
import org.openchami.auth.Origin;

class CallChainTest {
    private static final Origin UNKNOWN = new Origin.Unknown(Optional.empty());

    @Test
    void theFirstServiceThatSaysWhyIsRight() {
        CallChain chain = CallChain.start(UNKNOWN, Optional.empty(), "t");

        assertThat(chain.because(Optional.of("first")).because(Optional.of("second")).purpose()).contains("first");
    }

    @Test
    void aServiceThatIsPassedIsAddedAtTheEnd() {
        assertThat(CallChain.start(UNKNOWN, Optional.empty(), "t").passing("bss").passing("smd").via()).containsExactly("bss", "smd");
    }

    @Test
    void aResolvedOriginReplacesTheUnknownOne() {
        CallChain chain = new CallChain(UNKNOWN, Optional.of("why"), "t", List.of("bss")).from(new Origin.Service("x"));

        assertThat(chain).isEqualTo(new CallChain(new Origin.Service("x"), Optional.of("why"), "t", List.of("bss")));
    }

    @Test
    void itDoesNotChangeWithTheListItWasMadeOf() {
        List<String> via = new ArrayList<>(List.of("bss"));
        CallChain chain = new CallChain(UNKNOWN, Optional.empty(), "t", via);
        via.add("evil");

        assertThat(chain.via()).containsExactly("bss");
    }

    @Test
    void nobodyKnownIsOnlyClaimed() {
        assertThat(CallChain.start(UNKNOWN, Optional.empty(), "t").assurance()).isEqualTo(Assurance.CLAIMED);
    }
}
