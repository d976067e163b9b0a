package io.vigie.bench.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Which blow falls when: every target as often as asked, at moments drawn from the seed.
 *
 * @param blows in order of time
 */
record Forecast(List<Blow> blows) {

    /** What is hit. */
    enum Target {
        /** An instance is killed and started again. */
        INGEST,
        /** An instance is killed and started again. */
        PROCESSOR,
        /** An instance is killed and started again. */
        SINK,
        /** The broker is killed and stays away for a while. */
        BROKER,
        /** The index is killed and stays away for a while. */
        ELASTICSEARCH,
        /** The index takes nothing for a while, as when its disk is full. */
        DISK,
        /** All instances of a service are stopped and started, one after the other. */
        RESTART,
        /** Garbage and unmappable documents come onto every topic. */
        TOPICS,
        /** A processor's stores cannot be written for a while, as when the disk under them is full. */
        STATE
    }

    /**
     * A blow.
     *
     * @param at since the storm began
     * @param target what is hit
     */
    record Blow(Duration at, Target target) {}

    Forecast {
        blows = List.copyOf(blows);
    }

    /**
     * A forecast.
     *
     * @param during all blows fall in the middle eight tenths of this
     * @param each how often every target is hit, the topics twice as often
     */
    static Forecast of(long seed, Duration during, int each) {
        Random random = new Random(seed);
        List<Blow> blows = new ArrayList<>();
        for (Target target : Target.values()) {
            int times = target == Target.TOPICS ? 2 * each : each;
            for (int i = 0; i < times; i++) {
                long millis = (long) (during.toMillis() * (0.1 + 0.8 * random.nextDouble()));
                blows.add(new Blow(Duration.ofMillis(millis), target));
            }
        }
        blows.sort(Comparator.comparing(Blow::at));
        return new Forecast(blows);
    }
}
