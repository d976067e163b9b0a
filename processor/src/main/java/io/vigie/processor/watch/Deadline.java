package io.vigie.processor.watch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Stops work on an item that takes too long. What counts is the processor time of the thread, not the wall clock: the same
 * item must not lose themes because the machine was busy with something else. The wall clock, cheap to read, tells when a
 * look at the other is worth while.
 */
final class Deadline {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean COUNTS_PROCESSOR_TIME = THREADS.isCurrentThreadCpuTimeSupported();

    private final long budget;
    private final long wallStart = System.nanoTime();
    private final long processorStart = processorTime();

    /** Ends when the calling thread has worked for {@code budget} from now. */
    Deadline(Duration budget) {
        this.budget = budget.toNanos();
    }

    boolean isPast() {
        return System.nanoTime() - wallStart > budget
                && (!COUNTS_PROCESSOR_TIME || processorTime() - processorStart > budget);
    }

    private static long processorTime() {
        return COUNTS_PROCESSOR_TIME ? THREADS.getCurrentThreadCpuTime() : 0;
    }
}
