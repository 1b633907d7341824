package org.openchami.auth.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.openchami.auth.testing.clock.TestClock;

/** Runs what was put off when its time has come on a clock that is moved by hand. */
final class Crank implements Surroundings.Later {

    private record Task(Instant due, Runnable work) {}

    private final TestClock clock;
    private final List<Task> tasks = new ArrayList<>();

    Crank(TestClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void run(Duration delay, Runnable work) {
        tasks.add(new Task(clock.instant().plus(delay), work));
    }

    /** Moves the clock on, and runs each task at the moment it is due. */
    void forward(Duration by) {
        Instant end = clock.instant().plus(by);
        for (Optional<Task> next = next(end); next.isPresent(); next = next(end)) {
            if (next.get().due().isAfter(clock.instant())) {
                clock.set(next.get().due());
            }
            next.get().work().run();
        }
        clock.set(end);
    }

    private synchronized Optional<Task> next(Instant end) {
        Optional<Task> first = tasks.stream().filter(task -> !task.due().isAfter(end)).min(Comparator.comparing(Task::due));
        first.ifPresent(tasks::remove);
        return first;
    }
}
