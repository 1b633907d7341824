package org.openchami.auth.verify;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/** What something cost the thread that did it, whatever else the machine was doing: memory, and time of the processor. */
record Cost(long bytes, long cpuNanos) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Cost of(Runnable action) {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long nanos = THREADS.getCurrentThreadCpuTime();
        action.run();
        return new Cost(THREADS.getThreadAllocatedBytes(thread) - bytes, THREADS.getCurrentThreadCpuTime() - nanos);
    }
}
