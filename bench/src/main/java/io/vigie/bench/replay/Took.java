package io.vigie.bench.replay;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutionException;

/**
 * What a step took.
 *
 * @param processor nanoseconds of the whole process, the broker in it and the collector included
 * @param wall nanoseconds
 */
record Took(long processor, long wall) {

    private static final double SECOND = 1e9;

    /** Something to be timed. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException, InterruptedException, ExecutionException;
    }

    static Took by(Step step) throws IOException, InterruptedException, ExecutionException {
        long processor = processorTime();
        long wall = System.nanoTime();
        step.run();
        return new Took(processorTime() - processor, System.nanoTime() - wall);
    }

    /** So many a second of processor time. */
    double ofProcessor(int count) {
        return count * SECOND / processor;
    }

    /** So many a second. */
    double onTheWall(int count) {
        return count * SECOND / wall;
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
