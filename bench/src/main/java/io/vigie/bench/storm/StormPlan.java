package io.vigie.bench.storm;

import java.time.Duration;

/**
 * How big a storm.
 *
 * @param seed decides everything that chance does
 * @param items published, at least one a source
 * @param sources sites, 1 to 99
 * @param instances of each service, 1 or more
 * @param during how long items are published and blows fall
 * @param blows how often each target is hit
 * @param outage how long a broker or an index stays away after it was killed
 */
record StormPlan(long seed, int items, int sources, int instances, Duration during, int blows, Duration outage) {

    StormPlan {
        if (sources < 1 || sources > 99) {
            throw new IllegalArgumentException("sources must be 1 to 99, not " + sources);
        }
        if (items < sources || instances < 1 || blows < 0) {
            throw new IllegalArgumentException("at least one item a source, one instance and no blow fewer than none");
        }
    }
}
