package org.openchami.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The rooms of this extension, and the doors between them. */
class ArchitectureTest {
    private static final String ROOT = "org.openchami.auth";

    /** Which rooms each may import; what those may import, it may, too. Root is the public API. */
    private static final Map<String, Set<String>> DOORS = Map.ofEntries(Map.entry("root", Set.of()), Map.entry("config", Set.of("root")),
            Map.entry("secret", Set.of()), Map.entry("authority", Set.of("config", "secret")), Map.entry("keys", Set.of("authority")),
            Map.entry("verify", Set.of("keys", "secret")), Map.entry("rights", Set.of("verify", "config")),
            Map.entry("inbound", Set.of("verify", "rights", "context")),
            Map.entry("credential", Set.of("secret")), Map.entry("registration", Set.of("authority", "credential")),
            Map.entry("identity", Set.of("registration", "authority")), Map.entry("outbound", Set.of("identity", "context")),
            Map.entry("context", Set.of("credential", "keys")), Map.entry("audit", Set.of("context")),
            Map.entry("observe", Set.of("audit", "inbound", "outbound")));

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    private static String room(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        return rest.isEmpty() ? "root" : rest.substring(1);
    }

    private static boolean ours(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    private static Set<String> reachable(String room) {
        Set<String> all = new TreeSet<>(Set.of(room));
        DOORS.get(room).forEach(next -> all.addAll(reachable(next)));
        return all;
    }

    private static DescribedPredicate<JavaClass> that(String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    static Stream<String> rooms() {
        return DOORS.keySet().stream().sorted();
    }

    @Test
    void everyPackageIsARoomOfThePlan() {
        assertThat(CLASSES).isNotEmpty();
        assertThat(CLASSES.stream().map(ArchitectureTest::room).distinct()).containsExactlyInAnyOrderElementsOf(DOORS.keySet());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomIsEnteredThroughItsDoorsAlone(String room) {
        Set<String> open = reachable(room);

        noClasses().that(that("live in " + room, type -> room(type).equals(room))).should()
                .dependOnClassesThat(that("live outside of " + open, type -> ours(type) && !open.contains(room(type)))).check(CLASSES);
    }

    @Test
    void nobodyImportsWhatOnlyObserves() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".observe").should().dependOnClassesThat().resideInAPackage(ROOT + ".observe")
                .check(CLASSES);
    }

    @Test
    void theRoomsFormNoCircle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyRoomIsNamedForWhatItHolds() {
        noClasses().should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..impl..", "..manager..",
                        "..misc..")
                .check(CLASSES);
        noClasses().should().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils").orShould()
                .haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Impl").orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(CLASSES);
    }

    @Test
    void onlyTheClockTellsTheTime() {
        noClasses().should().callMethod(System.class, "currentTimeMillis").orShould().callMethod(Instant.class, "now").check(CLASSES);
    }
}
