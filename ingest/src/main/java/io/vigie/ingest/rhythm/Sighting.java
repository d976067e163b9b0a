package io.vigie.ingest.rhythm;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One item of a source, as evidence of when the source publishes.
 *
 * @param published as stated; absent when nothing was
 * @param firstSeen when discovery first listed it
 */
public record Sighting(@Nullable Instant published, Instant firstSeen) {

    private static final Duration A_DAY_IN_ANY_ZONE = Duration.ofHours(36);

    /**
     * When it came out, as far as that can be known. Dates of the future are not believed, and where only today is stated
     * the moment of its discovery says more.
     */
    Instant when() {
        if (published == null || published.isAfter(firstSeen)) {
            return firstSeen;
        }
        boolean today =
                isWholeDay(published) && published.plus(A_DAY_IN_ANY_ZONE).isAfter(firstSeen);
        return today ? firstSeen : published;
    }

    /**
     * Whether {@link #when} says anything: of what a source listed already when it was first looked at, only dates do.
     *
     * @param firstLook until when its listing was new to us as a whole
     */
    boolean tells(Instant firstLook) {
        return published != null || firstSeen.isAfter(firstLook);
    }

    /** Whether the hour is not known: midnight is what a date without a time becomes. */
    static boolean isWholeDay(Instant time) {
        return time.equals(time.truncatedTo(ChronoUnit.DAYS));
    }
}
