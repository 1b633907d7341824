package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTableTest {

    private record Evidence(TokenEvidence token, ClientEvidence client, boolean keySetRead) {
        Verdict decided() {
            return DecisionTable.decide(token, client, keySetRead);
        }
    }

    private static List<Evidence> all() {
        return Arrays.stream(TokenEvidence.values()).flatMap(token -> Arrays.stream(ClientEvidence.values())
                .flatMap(client -> Stream.of(true, false).map(read -> new Evidence(token, client, read)))).toList();
    }

    private static List<Evidence> deciding(Verdict verdict) {
        return all().stream().filter(evidence -> evidence.decided() == verdict).toList();
    }

    static Stream<DecisionTable.Row> rows() {
        return DecisionTable.ROWS.stream();
    }

    /** The matrix as it was measured: what is seen in each state with admin access, and without. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            well,                                   GRANTED,        THERE,   THERE,   true,  WELL,          WELL
            client deleted,                         INVALID_CLIENT, ABSENT,  REFUSED, true,  GONE,          GONE
            secret changed by admin PUT,            INVALID_CLIENT, THERE,   REFUSED, true,  REPAIR,        GONE
            secret changed by admin PATCH,          INVALID_CLIENT, THERE,   THERE,   true,  REPAIR,        REPAIR
            key dropped by admin PUT,               KEY_UNKNOWN,    OTHER_KEY, REFUSED, true, REPAIR,       REPAIR
            key dropped by admin PATCH,             KEY_UNKNOWN,    OTHER_KEY, OTHER_KEY, true, REPAIR,     REPAIR
            database refuses,                       INVALID_CLIENT, UNKNOWN, REFUSED, false, WAIT,          WAIT
            database connections killed,            INVALID_CLIENT, UNKNOWN, REFUSED, false, WAIT,          WAIT
            database frozen or pool deadlocked,     UNKNOWN,        UNKNOWN, UNKNOWN, false, WAIT,          WAIT
            database read-only,                     UNKNOWN,        THERE,   THERE,   true,  WAIT,          WAIT
            tables missing,                         INVALID_CLIENT, UNKNOWN, REFUSED, false, WAIT,          WAIT
            wiped and migrated but not restarted,   INVALID_CLIENT, ABSENT,  REFUSED, false, WAIT,          WAIT
            wiped and restarted,                    INVALID_CLIENT, ABSENT,  REFUSED, true,  GONE,          GONE
            system secret lost,                     UNKNOWN,        THERE,   REFUSED, false, WAIT,          WAIT
            scope or grant taken away by PUT,       NOT_ALLOWED,    THERE,   REFUSED, true,  CONFIGURATION, CONFIGURATION
            scope or grant taken away by PATCH,     NOT_ALLOWED,    THERE,   THERE,   true,  CONFIGURATION, CONFIGURATION
            """)
    void eachMeasuredStateIsDecided(String state, TokenEvidence token, ClientEvidence admin, ClientEvidence dynamic, boolean keySetRead,
            Verdict withAdmin, Verdict without) {
        assertThat(DecisionTable.decide(token, admin, keySetRead)).isEqualTo(withAdmin);
        assertThat(DecisionTable.decide(token, dynamic, keySetRead)).isEqualTo(without);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRowIsFoundByItsEvidence(DecisionTable.Row row) {
        assertThat(row.client()).allSatisfy(
                client -> assertThat(DecisionTable.decide(row.token(), client, row.keySetRead())).isEqualTo(row.verdict()));
    }

    @Test
    void eachRowIsAnotherState() {
        assertThat(DecisionTable.ROWS.stream().map(DecisionTable.Row::state)).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheThreeWitnessesTogetherSayGone() {
        assertThat(deciding(Verdict.GONE)).containsExactlyInAnyOrder(
                new Evidence(TokenEvidence.INVALID_CLIENT, ClientEvidence.ABSENT, true),
                new Evidence(TokenEvidence.INVALID_CLIENT, ClientEvidence.REFUSED, true));
    }

    @Test
    void onlyARefusedProofOfAClientThatIsThereSaysRepair() {
        assertThat(deciding(Verdict.REPAIR)).containsExactlyInAnyOrder(
                new Evidence(TokenEvidence.INVALID_CLIENT, ClientEvidence.THERE, true),
                new Evidence(TokenEvidence.INVALID_CLIENT, ClientEvidence.OTHER_KEY, true),
                new Evidence(TokenEvidence.KEY_UNKNOWN, ClientEvidence.THERE, true),
                new Evidence(TokenEvidence.KEY_UNKNOWN, ClientEvidence.OTHER_KEY, true),
                new Evidence(TokenEvidence.KEY_UNKNOWN, ClientEvidence.REFUSED, true));
    }

    @Test
    void onlyWhatIsNotAllowedIsAnOperatorsMatter() {
        assertThat(deciding(Verdict.CONFIGURATION)).extracting(Evidence::token).containsOnly(TokenEvidence.NOT_ALLOWED);
    }

    @Test
    void anyTokenSaysWellAndNothingElseDoes() {
        assertThat(deciding(Verdict.WELL)).hasSize(ClientEvidence.values().length * 2).extracting(Evidence::token)
                .containsOnly(TokenEvidence.GRANTED);
    }

    @ParameterizedTest
    @EnumSource(TokenEvidence.class)
    void withoutTheKeySetNothingIsDone(TokenEvidence token) {
        assertThat(all().stream().filter(evidence -> !evidence.keySetRead() && evidence.token() == token).map(Evidence::decided)
                .collect(Collectors.toSet())).isSubsetOf(Verdict.WAIT, Verdict.WELL);
    }
}
