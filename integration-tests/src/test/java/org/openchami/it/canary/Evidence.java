package org.openchami.it.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.RunningService;

/** All that a service told anybody, by where it told it: its log, its audit log, and the pages that it shows without a token. */
record Evidence(Map<String, String> texts) {
    private static final List<String> PAGES = List.of("/q/health", "/q/health/ready", "/q/health/live", "/q/health/started", "/q/metrics",
            "/q/info", "/q/auth/jwks.json", "/q/auth/whoami", "/q/openapi", "/q/arc", "/q/dev", "/q");

    static Evidence of(RunningService... services) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RunningService service : services) {
            logs(service.folder(), texts);
            PAGES.forEach(page -> texts.put(service.url() + page, Call.to(service.url(), page).get().body()));
        }
        return new Evidence(texts);
    }

    /** What the service was given (config) and what it keeps for itself (state) are no evidence. */
    private static void logs(Path folder, Map<String, String> texts) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String top = folder.relativize(file).getName(0).toString();
                if (!top.equals("config") && !top.equals("state")) {
                    texts.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it stands, with a little around it; empty if it stands nowhere. */
    List<String> holding(String secret) {
        return texts.entrySet().stream().filter(text -> text.getValue().contains(secret))
                .map(text -> text.getKey() + ": " + around(text.getValue(), text.getValue().indexOf(secret))).toList();
    }

    /** The places where something of that form stands. */
    List<String> matching(Pattern form) {
        return texts.entrySet().stream().flatMap(text -> form.matcher(text.getValue()).results().limit(3)
                .map(found -> text.getKey() + ": " + around(text.getValue(), found.start()))).toList();
    }

    private static String around(String text, int place) {
        return text.substring(Math.max(0, place - 160), Math.min(text.length(), place + 40));
    }
}
