package io.vigie.processor.surge;

import io.vigie.events.Surge;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts coverage and tells when it leaves its {@link Baseline} and when it is back. Pure. */
public final class SurgeStep {

    /** Hours below the baseline after which a surge is over: a night editor's pause is not its end. */
    private static final long QUIET_HOURS = 3;

    /** An hour that is longer gone is counted and no longer news. */
    private static final long STILL_NEWS_HOURS = 24;

    private SurgeStep() {}

    /**
     * Counts from now on, and what to tell.
     *
     * @param surge the start or the end of one; empty for almost all items
     * @param items of the scope in the item's hour; 0 when the item came too late to be counted
     */
    public record Outcome(HourlyCounts counts, Optional<Surge> surge, int items) {}

    /**
     * Counts one item.
     *
     * @param known {@code null} for the first item of a scope
     * @param hour of the item, since 1970
     */
    public static Outcome count(@Nullable HourlyCounts known, Scope scope, long hour) {
        HourlyCounts before = known == null ? new HourlyCounts(scope, hour, hour, java.util.Map.of(), null) : known;
        if (hour < before.latest() - Baseline.DAYS * 24L) {
            return new Outcome(before, Optional.empty(), 0);
        }
        HourlyCounts now = before.plusOne(hour);
        Optional<Baseline> baseline = Baseline.of(now, hour);
        boolean above = baseline.isPresent() && now.in(hour) >= baseline.get().threshold();
        HourlyCounts.Ongoing ongoing = now.ongoing();
        if (ongoing != null && hour >= ongoing.start()) {
            long last = above ? Math.max(ongoing.last(), hour) : ongoing.last();
            HourlyCounts.Ongoing more = new HourlyCounts.Ongoing(
                    ongoing.start(), last, ongoing.items() + 1, ongoing.expected(), ongoing.threshold());
            return new Outcome(now.in(more), Optional.empty(), now.in(hour));
        }
        if (ongoing == null && above && hour > now.latest() - STILL_NEWS_HOURS) {
            Baseline usual = baseline.get();
            HourlyCounts.Ongoing begun =
                    new HourlyCounts.Ongoing(hour, hour, now.in(hour), usual.expected(), usual.threshold());
            return new Outcome(now.in(begun), Optional.of(surge(scope, Surge.Phase.STARTED, begun)), now.in(hour));
        }
        return new Outcome(now, Optional.empty(), now.in(hour));
    }

    /**
     * Looks whether a surge is over.
     *
     * @param hour that has just ended, since 1970
     */
    public static Outcome tick(HourlyCounts known, long hour) {
        HourlyCounts.Ongoing ongoing = known.ongoing();
        if (ongoing == null || hour < ongoing.last() + QUIET_HOURS) {
            return new Outcome(known, Optional.empty(), 0);
        }
        return new Outcome(
                known.in((HourlyCounts.Ongoing) null),
                Optional.of(surge(known.scope(), Surge.Phase.ENDED, ongoing)),
                0);
    }

    private static Surge surge(Scope scope, Surge.Phase phase, HourlyCounts.Ongoing surge) {
        Instant start = at(surge.start());
        return new Surge(
                scope.key() + "/" + start,
                phase,
                scope.theme(),
                scope.outlet() == null ? null : scope.outlet().id(),
                scope.country(),
                start,
                phase == Surge.Phase.ENDED ? at(surge.last() + 1) : null,
                surge.items(),
                surge.expected(),
                surge.threshold());
    }

    private static Instant at(long hour) {
        return Instant.ofEpochSecond(hour * 3600);
    }
}
