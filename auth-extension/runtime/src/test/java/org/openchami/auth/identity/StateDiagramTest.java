package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.openchami.auth.Guide;

class StateDiagramTest {
    private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\w+) --> (\\w+)(?: : .+)?$");
    private static final List<MatchResult> ARROWS = ARROW.matcher(Guide.page("identity.md")).results().toList();

    private static IdentityState state(String drawn) {
        return IdentityState.valueOf(drawn.toUpperCase(Locale.ROOT));
    }

    @Test
    void eachArrowOfTheGuideIsATransitionOfTheTable() {
        assertThat(ARROWS).isNotEmpty().allMatch(arrow -> state(arrow.group(1)).mayBecome(state(arrow.group(2))));
    }

    @Test
    void theGuideDrawsEachState() {
        assertThat(Arrays.stream(IdentityState.values()).filter(state -> state != IdentityState.UNUSED)).allMatch(
                state -> ARROWS.stream().anyMatch(arrow -> state(arrow.group(1)) == state || state(arrow.group(2)) == state));
    }

    @Test
    void theGuideExplainsEachStateByTheNameThatHealthShows() {
        String page = Guide.page("identity.md");

        assertThat(IdentityState.values()).allMatch(state -> page.contains("| " + state.text() + " |"));
    }
}
