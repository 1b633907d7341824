package org.openchami.bench;

import java.util.List;

import io.netty.buffer.ByteBuf;

/** Which request is next, for all connections, and how many were answered. Used by one thread. */
final class Turn {
    private final List<ByteBuf> requests;
    private int next;
    private long answered;

    Turn(List<ByteBuf> requests) {
        this.requests = List.copyOf(requests);
    }

    ByteBuf next() {
        ByteBuf request = requests.get(next);
        next = next + 1 == requests.size() ? 0 : next + 1;
        return request.duplicate();
    }

    void count(long answers) {
        answered += answers;
    }

    long answered() {
        return answered;
    }
}
