package io.vigie.bench.storm;

import io.vigie.bench.fleet.Fleet.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Which blow falls when: every target as often as asked, at moments drawn from the seed.
 *
 * @param blows in order of time
 */
record Forecast(List<Blow> blows) {

    /** What is hit. */
    enum Target {
        INGEST(Part.INGEST),
        PROCESSOR(Part.PROCESSOR),
        SINK(Part.SINK),
        BROKER(Part.BROKER),
        ELASTICSEARCH(Part.ELASTICSEARCH),
        /** No process: garbage and unmappable documents onto the topics. */
        TOPICS(null);

        private final @Nullable Part part;

        Target(@Nullable Part part) {
            this.part = part;
        }

        /** Which processes are hit; absent when none is. */
        @Nullable
        Part part() {
            return part;
        }
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
