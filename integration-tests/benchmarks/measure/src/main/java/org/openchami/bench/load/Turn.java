package org.openchami.bench.load;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Which request is next, for all connections, and how many were answered. Used by one thread. */
final class Turn {
    private final List<byte[]> requests;
    private final boolean once;
    private int next;
    private long answered;

    private Turn(List<byte[]> requests, boolean once) {
        this.requests = List.copyOf(requests);
        this.once = once;
    }

    static Turn endless(List<byte[]> requests) {
        return new Turn(requests, false);
    }

    static Turn once(List<byte[]> requests) {
        return new Turn(requests, true);
    }

    boolean over() {
        return next == requests.size();
    }

    ByteBuf next() {
        ByteBuf request = Unpooled.wrappedBuffer(requests.get(next++));
        if (over() && !once) {
            next = 0;
        }
        return request;
    }

    void count(long answers) {
        answered += answers;
    }

    long answered() {
        return answered;
    }
}
