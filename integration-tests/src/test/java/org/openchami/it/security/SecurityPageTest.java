package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The page of what is refused names tests that there are, and all tests of this package. */
class SecurityPageTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern NAMED = Pattern.compile("`(?:[a-z.]+\\.)?([A-Z][A-Za-z0-9]*Test)`");

    private static Set<String> named() throws IOException {
        return NAMED.matcher(Files.readString(PROJECT.resolve("docs/security.md"))).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> testsBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length())).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String module : new String[]{"integration-tests", "auth-extension/runtime", "auth-extension/deployment"}) {
            all.addAll(testsBelow(PROJECT.resolve(module).resolve("src/test/java")));
        }
        assertThat(all).containsAll(named());
    }

    @Test
    void everyTestOfThisPackageIsNamed() throws IOException {
        Set<String> here = testsBelow(PROJECT.resolve("integration-tests/src/test/java/org/openchami/it/security"));
        here.remove(SecurityPageTest.class.getSimpleName());
        assertThat(named()).containsAll(here);
    }
}
