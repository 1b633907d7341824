package org.openchami.local;

import java.util.OptionalLong;

/** One of the four processes of the local run. */
interface Part {
    String name();

    /** Empty where it has no process of its own on this machine. */
    OptionalLong pid();

    boolean alive();

    /** The last lines it logged. */
    String lastWords();

    /** Ends it; does nothing if it has ended. */
    void stop();
}
