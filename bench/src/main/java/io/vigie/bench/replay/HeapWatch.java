package io.vigie.bench.replay;

import io.vigie.audit.replay.Progress;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks at the live heap at places of a replay; what each look collects takes time, so that no such replay is timed. */
final class HeapWatch implements Progress {

    private static final double MEBIBYTE = 1 << 20;
    private static final int[] PLACES = {10, 25, 50, 75, 100};

    private final Map<String, Double> mebibytes = new LinkedHashMap<>();
    private int seen;

    @Override
    public void at(long done, long total) {
        while (seen < PLACES.length && done * 100 >= total * PLACES[seen]) {
            mebibytes.put(PLACES[seen] + " %", live());
            seen++;
        }
    }

    /** Live heap by place, in the order of the replay. */
    Map<String, Double> mebibytes() {
        return mebibytes;
    }

    static double live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }
}
