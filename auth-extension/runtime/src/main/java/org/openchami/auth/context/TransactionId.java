package org.openchami.auth.context;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Makes transaction ids: UUIDs of version 7 (RFC 9562 section 5.7), which sort by time. They identify, and protect nothing. */
@Singleton
public class TransactionId {
    private final Clock clock;

    @Inject
    TransactionId(Clock clock) {
        this.clock = clock;
    }

    public String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = clock.millis() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low).toString();
    }

    /** What a caller names must look like one of ours: it ends up in records. */
    static boolean valid(String text) {
        return text != null && text.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }
}
