package org.openchami.auth.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged of keys at INFO and above, while this is open. */
final class LoggedLines extends Handler implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger("org.openchami.auth.keys");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    LoggedLines() {
        LOGGER.addHandler(this);
    }

    /** The lines of this JUL level, or the JBoss level of the same height. */
    List<String> at(Level level) {
        List<String> lines = new ArrayList<>();
        records.stream().filter(line -> line.getLevel().intValue() == level.intValue()).forEach(line -> lines.add(line.getMessage()));
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        records.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOGGER.removeHandler(this);
    }
}
