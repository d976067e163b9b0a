package io.vigie.ingest.scrape;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a page was published and last changed. What is declared for programs comes first ({@link DeclaredDates}), then
 * what readers see ({@link ShownDates}); dates in the future are never believed.
 */
final class DateFinder {

    /** Below this a date is one the article talks about. */
    private static final int CREDIBLE = 20;

    /** From this on a date that readers see outweighs a declaration that contradicts itself. */
    private static final int CONVINCING = 45;

    private static final Duration SAME_SAVING = Duration.ofHours(12);

    private final DeclaredDates declared;
    private final ShownDates shown;

    DateFinder(InstantSource clock) {
        declared = new DeclaredDates(clock);
        shown = new ShownDates(DateLabels.shipped(), declared);
    }

    /** What was found; both absent when the page shows no date. */
    record Dates(
            @Nullable OffsetDateTime published, @Nullable OffsetDateTime modified) {}

    Dates find(Page page) {
        OffsetDateTime modified = declared.modified(page);
        OffsetDateTime published = declared.published(page);
        if (published == null) {
            published = seen(page);
        } else if (modified != null && published.isAfter(modified.plus(SAME_SAVING))) {
            published = corrected(page, published);
        } else {
            published = onTheDayOfItsAddress(page, published);
        }
        if (published == null) {
            published = modified;
        }
        boolean changed =
                modified != null && (published == null || !modified.toInstant().equals(published.toInstant()));
        return new Dates(published, changed ? modified : null);
    }

    private @Nullable OffsetDateTime seen(Page page) {
        return shown.best(page, null)
                .filter(candidate -> candidate.score() >= CREDIBLE)
                .map(ShownDates.Candidate::at)
                .orElseGet(() -> declared.scripted(page));
    }

    /** Published after it was changed: that is when the site was moved or built, and the page may show the true day. */
    private OffsetDateTime corrected(Page page, OffsetDateTime published) {
        return shown.best(page, published.toLocalDate())
                .filter(candidate -> candidate.score() >= CONVINCING)
                .map(ShownDates.Candidate::at)
                .orElse(published);
    }

    /**
     * Many systems declare UTC; the newsroom's own calendar is in the address. Where the two are a day apart, the date is
     * given in the nearest zone in which they agree: {@code 2025-12-19T02:41Z} under {@code /2025/12/18/} is {@code
     * 2025-12-18T23:41-03:00}.
     */
    private static OffsetDateTime onTheDayOfItsAddress(Page page, OffsetDateTime published) {
        LocalDate day = ShownDates.address(page.address()).orElse(null);
        if (day == null || !published.getOffset().equals(ZoneOffset.UTC)) {
            return published;
        }
        int hour = published.getHour();
        boolean midnight = published.toLocalTime().toSecondOfDay() == 0;
        if (day.equals(published.toLocalDate().minusDays(1)) && hour < 12 && !midnight) {
            return published.withOffsetSameInstant(ZoneOffset.ofHours(-hour - 1));
        }
        boolean ahead = day.equals(published.toLocalDate().plusDays(1)) && hour >= 10;
        return ahead ? published.withOffsetSameInstant(ZoneOffset.ofHours(24 - hour)) : published;
    }
}
