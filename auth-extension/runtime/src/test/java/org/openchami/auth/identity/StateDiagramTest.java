package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.openchami.auth.Guide;

/** The table of the states, as it is drawn in the guide and in the code: the way that is usually taken, and every arrow with what leads along it. */
class StateDiagramTest {
    private static final String PAGE = "identity.md";
    private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\w+) --> (\\w+) : (.+)$");
    private static final Pattern CODE = Pattern.compile("(?m)^ \\* +([a-z]+(?: [a-z]+)*) +─+ ([^─]+?) ─+▶ ([a-z ]+)$");
    private static final Pattern TABLE = Pattern.compile("\\| from \\| to, when \\|\n(\\|.*\n)+");

    private record Drawn(String from, String cause, String to) {

        boolean touches(IdentityState state) {
            return from.equals(state.text()) || to.equals(state.text());
        }

        boolean mayBe() {
            return state(from).mayBecome(state(to));
        }

        private static IdentityState state(String text) {
            return Arrays.stream(IdentityState.values()).filter(state -> state.text().equals(text)).findAny().orElseThrow();
        }
    }

    private static List<Drawn> guide() {
        return ARROW.matcher(Guide.page(PAGE)).results()
                .map(arrow -> new Drawn(arrow.group(1).replace('_', ' '), arrow.group(3), arrow.group(2).replace('_', ' '))).toList();
    }

    private static List<Drawn> code() throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/openchami/auth/identity/IdentityState.java"));
        return CODE.matcher(source).results().map(arrow -> new Drawn(arrow.group(1), arrow.group(2), arrow.group(3))).toList();
    }

    @Test
    void eachArrowOfTheGuideIsATransitionOfTheTable() {
        assertThat(guide()).isNotEmpty().allMatch(Drawn::mayBe);
    }

    @Test
    void theGuideDrawsEachState() {
        assertThat(Arrays.stream(IdentityState.values()).filter(state -> state != IdentityState.UNUSED))
                .allMatch(state -> guide().stream().anyMatch(arrow -> arrow.touches(state)));
    }

    @Test
    void theCodeAndTheGuideDrawTheSameArrowsWithTheSameCauses() throws IOException {
        assertThat(code()).containsExactlyInAnyOrderElementsOf(guide());
    }

    /** With {@code -Dopenchami.docs.write=true}, as {@code docs/generate} runs it, it writes the table first. */
    @Test
    void theGuideTellsEveryArrowOfTheTableAndNoOtherWithWhatLeadsAlongIt() throws IOException {
        if (Boolean.getBoolean("openchami.docs.write")) {
            Files.writeString(Guide.file(PAGE), TABLE.matcher(Guide.page(PAGE)).replaceFirst(Explored.table()));
        }

        assertThat(TABLE.matcher(Guide.page(PAGE)).results().map(found -> found.group())).as("docs/generate writes it anew")
                .containsExactly(Explored.table());
    }

    @Test
    void theGuideExplainsEachStateByTheNameThatHealthShows() {
        String page = Guide.page(PAGE);

        assertThat(IdentityState.values()).allMatch(state -> page.contains("| " + state.text() + " |"));
    }
}
