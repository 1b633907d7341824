package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What happened in one life, and what never should have. */
final class SimStory {
    private final SimTime time;
    private final List<String> events = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    SimStory(SimTime time) {
        this.time = time;
    }

    void tell(String event) {
        events.add(time.now().toSeconds() + " s " + event);
    }

    /** An error thrown where this is called would be taken for one of the authority's: it is noted instead. */
    void must(boolean held, String otherwise) {
        if (!held) {
            broken.add(time.now().toMillis() + " ms: " + otherwise);
        }
    }

    void mustBeUnbroken() {
        assertThat(broken).as("%s", events).isEmpty();
    }
}
