package org.openchami.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Whoever meets an id in a log finds it in the guide. */
class LogIdTest {
    private static final Pattern ID = Pattern.compile("OCAUTH-\\d{4}");
    private static final List<String> SPEAKERS = List.of("auth-extension", "smd-service", "bss-service");

    private static Set<String> ids(String text) {
        Set<String> ids = new TreeSet<>();
        ID.matcher(text).results().map(MatchResult::group).forEach(ids::add);
        return ids;
    }

    private static Set<String> inTheCode() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String speaker : SPEAKERS) {
            try (Stream<Path> files = Files.walk(Guide.PROJECT.resolve(speaker))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")
                        && path.toString().contains("/src/main/")).toList()) {
                    ids.addAll(ids(Files.readString(file)));
                }
            }
        }
        return ids;
    }

    @Test
    void theGuideExplainsEachIdThatIsLoggedAndNoOther() throws IOException {
        assertThat(ids(Guide.page("errors.md"))).isNotEmpty().isEqualTo(inTheCode());
    }
}
