package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.openchami.auth.Guide;

/** The guide tells what is done in each state that an authority can be in, as the table has it; with and without admin access in one row. */
class DecisionTablePageTest {
    private static final Map<Verdict, String> DONE = Map.of(Verdict.WELL, "nothing", Verdict.GONE, "register", Verdict.REPAIR, "repair",
            Verdict.CONFIGURATION, "refused", Verdict.WAIT, "wait");
    private static final List<String> LINES = Guide.page("identity.md").lines().filter(line -> line.startsWith("| ")).toList();

    private static String matter(DecisionTable.Row row) {
        return row.state().replaceFirst(", (no admin access|nobody to ask)$", "").replaceFirst(
                " (by admin PUT( or PATCH)?|from the client)$",
                "");
    }

    @Test
    void eachRowStandsInTheGuideWithWhatIsDone() {
        assertThat(DecisionTable.ROWS).allSatisfy(row -> assertThat(LINES).anyMatch(
                line -> line.startsWith("| " + matter(row) + " |")
                        && line.substring(line.lastIndexOf(" | ")).contains(DONE.get(row.verdict()))));
    }
}
