package org.openchami.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.openchami.bench.report.Grid;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * The samples of a flight recording.
 *
 * @param stacks methods, the innermost first
 */
record Stacks(List<List<String>> stacks) {
    private static final Set<String> SAMPLES = Set.of("jdk.ExecutionSample", "jdk.NativeMethodSample");
    private static final String OWN = "org.openchami.auth.";
    private static final int TOP = 15;

    static Stacks of(Path file) {
        List<List<String>> stacks = new ArrayList<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (SAMPLES.contains(event.getEventType().getName()) && event.getStackTrace() != null) {
                    List<String> stack = event.getStackTrace().getFrames().stream().map(Stacks::name).toList();
                    if (stack.stream().noneMatch(name -> name.contains("epollWait") || name.contains("EPoll.wait"))) {
                        stacks.add(stack);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Stacks(stacks);
    }

    private static String name(RecordedFrame frame) {
        // a lambda's class has another number each time
        return frame.getMethod().getType().getName().replaceFirst("\\$\\$Lambda.*", "\\$\\$Lambda") + "." + frame.getMethod().getName();
    }

    String text() {
        Map<String, Integer> leaves = new TreeMap<>();
        Map<String, Integer> below = new TreeMap<>();
        Map<String, Integer> within = new TreeMap<>();
        int own = 0;
        for (List<String> stack : stacks) {
            leaves.merge(stack.get(0), 1, Integer::sum);
            Set<String> ours = stack.stream().takeWhile(name -> !handsOn(name)).filter(name -> name.startsWith(OWN))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            ours.forEach(name -> below.merge(name, 1, Integer::sum));
            ours.stream().findFirst().ifPresent(name -> within.merge(name, 1, Integer::sum));
            own += ours.isEmpty() ? 0 : 1;
        }
        return stacks.size() + " samples, " + share(own) + " within or below the extension's own methods.\n\n"
                + table("methods of the extension, with all that they call", below) + "\n"
                + table("the innermost method of the extension", within) + "\n" + table("the innermost method", leaves);
    }

    /** What happens after that is no longer the work of who called it, though it is below it. */
    private static boolean handsOn(String name) {
        return name.contains(".RoutingContext") && (name.endsWith(".next") || name.endsWith(".iterateNext"));
    }

    private String table(String title, Map<String, Integer> counts) {
        Grid grid = new Grid(title, "samples");
        counts.entrySet().stream().sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())).limit(TOP)
                .forEach(entry -> grid.row(List.of("`" + entry.getKey() + "`", share(entry.getValue()))));
        return grid.toString();
    }

    private String share(int count) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / Math.max(1, stacks.size()));
    }
}
