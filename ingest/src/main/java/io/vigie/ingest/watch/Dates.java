package io.vigie.ingest.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Which of the dates that are stated is believed. */
final class Dates {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration CLOCKS_AND_ZONES = Duration.ofHours(24);
    private static final Duration SAME_DAY = Duration.ofHours(36);

    private Dates() {}

    /** Absent when it is before the web, or more than a day ahead. */
    static @Nullable Instant sane(@Nullable Instant date, Instant now) {
        return date == null || date.isBefore(EARLIEST) || date.isAfter(now.plus(CLOCKS_AND_ZONES)) ? null : date;
    }

    /**
     * When an item was published: as its page says, else as the document that listed it says. Where the page gives only
     * the day, and the listing a time on it, the time is taken.
     */
    static @Nullable Instant published(@Nullable OffsetDateTime page, @Nullable Instant listed, Instant now) {
        Instant onPage = sane(page == null ? null : page.toInstant(), now);
        Instant inList = sane(listed, now);
        if (onPage == null || inList == null) {
            return onPage == null ? inList : onPage;
        }
        boolean onlyDay = onPage.equals(onPage.truncatedTo(ChronoUnit.DAYS));
        boolean near = Duration.between(onPage, inList).abs().compareTo(SAME_DAY) < 0;
        return onlyDay && near ? inList : onPage;
    }
}
