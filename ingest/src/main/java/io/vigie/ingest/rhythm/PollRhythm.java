package io.vigie.ingest.rhythm;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A source's own rhythm, learnt from when its items came out in the last {@value #WEEKS} weeks.
 *
 * <p>Publishing is taken for a Poisson process whose rate depends on the hour, and on whether it is a weekend: a ministry
 * that sends ten releases between nine and five is asked often then and seldom at night. Where there is little evidence
 * for an hour the source's mean rate fills in. A burst counts at once.
 */
public final class PollRhythm {

    /** Nobody is asked more often. */
    public static final Duration FASTEST = Duration.ofMinutes(1);

    /** How long a source of unknown rhythm may be silent. */
    public static final Duration PATIENCE = Duration.ofDays(14);

    private static final int WEEKS = 4;
    private static final Duration WINDOW = Duration.ofDays(7 * WEEKS);
    private static final int FEWEST = 3;

    /** Looks for each item to be expected: with four, an item waits an eighth of the usual gap, on average. */
    private static final double LOOKS_AN_ITEM = 4;

    /** Hours around an hour of the day that tell about it: the deviation of a normal distribution. */
    private static final double NEARBY = 1.5;

    private static final double EXPOSURE_A_DAY = NEARBY * Math.sqrt(2 * Math.PI);

    /** Hours of the mean rate that are mixed in, so that an hour without evidence is no hour without news. */
    private static final double PRIOR = 6;

    /** A look at a large sitemap goes through many documents. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(10);

    private static final Duration BURST = Duration.ofHours(1);

    /** As many times the longest pause there was may it be silent. */
    private static final int LONGEST_PAUSES = 3;

    private static final Duration LEAST_PATIENCE = Duration.ofDays(1);
    private static final Duration LEAST_PATIENCE_BEFORE_A_WEEKEND_WAS_SEEN = Duration.ofDays(4);
    private static final Duration MOST_PATIENCE = Duration.ofDays(60);
    private static final Duration A_WEEK_AND_A_DAY = Duration.ofDays(8);
    private static final double SECONDS_AN_HOUR = 3600;

    private final double itemsAnHour;
    private final Duration patience;
    private final Instant heard;
    private final Instant now;

    private PollRhythm(double itemsAnHour, Duration patience, Instant heard, Instant now) {
        this.itemsAnHour = itemsAnHour;
        this.patience = patience;
        this.heard = heard;
        this.now = now;
    }

    /**
     * The rhythm at this moment.
     *
     * @param sightings of the source's items, in any order
     */
    public static PollRhythm of(Collection<Sighting> sightings, Instant now) {
        Instant firstLook = firstLook(sightings).plus(FIRST_LOOK);
        List<Instant> times = sightings.stream()
                .filter(sighting -> sighting.tells(firstLook))
                .map(Sighting::when)
                .filter(time -> !time.isAfter(now) && time.isAfter(now.minus(WINDOW)))
                .sorted()
                .toList();
        boolean known = times.size() >= FEWEST;
        return new PollRhythm(
                known ? rate(times, now) : 0, known ? patience(times, now) : PATIENCE, heard(sightings), now);
    }

    /**
     * How long to wait between two looks: between {@link #FASTEST} and {@code every}, and {@code every} while nothing is
     * known.
     *
     * @param every the longest pause that the source's definition allows
     */
    public Duration pause(Duration every) {
        Duration fastest = FASTEST.compareTo(every) < 0 ? FASTEST : every;
        double seconds = SECONDS_AN_HOUR / (LOOKS_AN_ITEM * itemsAnHour); // infinite when nothing is known
        if (seconds >= every.toSeconds()) {
            return every;
        }
        Duration wanted = Duration.ofMillis((long) (seconds * 1000));
        return wanted.compareTo(fastest) < 0 ? fastest : wanted;
    }

    /** How long this source may be silent before its silence is odd. */
    public Duration patience() {
        return patience;
    }

    /**
     * Since when the source has been silent, where that is longer than its rhythm explains: its feed may be frozen, its
     * listing rebuilt. A feed whose newest item is years old is suspect at the first look.
     *
     * @return absent when its silence is not odd, or when nothing was ever heard of it
     */
    public Optional<Instant> suspectSince() {
        boolean suspect = !heard.equals(Instant.MAX) && heard.plus(patience).isBefore(now);
        return suspect ? Optional.of(heard) : Optional.empty();
    }

    /** Items an hour to be expected now. */
    private static double rate(List<Instant> times, Instant now) {
        double hours = Math.max(1, hours(times.get(0), now));
        double mean = (times.size() - 1) / hours;
        double near = times.stream().mapToDouble(time -> nearness(time, now)).sum();
        double exposure = likeDays(times.get(0), now) * EXPOSURE_A_DAY;
        double usual = (near + mean * PRIOR) / (exposure + PRIOR);
        long burst =
                times.stream().filter(time -> time.isAfter(now.minus(BURST))).count();
        return burst > 1 ? Math.max(usual, (double) burst) : usual;
    }

    private static double nearness(Instant time, Instant now) {
        if (isWeekend(time) != isWeekend(now)) {
            return 0;
        }
        if (Sighting.isWholeDay(time)) {
            return EXPOSURE_A_DAY / 24; // as near as any other hour
        }
        double apart = Math.abs(hours(time, now)) % 24;
        double distance = Math.min(apart, 24 - apart) / NEARBY;
        return Math.exp(-distance * distance / 2);
    }

    /** Days from {@code start} to {@code end}, in part too, that are weekend days as {@code end} is, or are not as it is not. */
    private static double likeDays(Instant start, Instant end) {
        double days = 0;
        Instant day = end;
        while (day.isAfter(start)) {
            double part = Math.min(1, hours(start, day) / 24);
            days += isWeekend(day) == isWeekend(end) ? part : 0;
            day = day.minus(Duration.ofDays(1));
        }
        return days;
    }

    /** In UTC: where the weekend begins some hours sooner or later matters little. */
    private static boolean isWeekend(Instant time) {
        DayOfWeek day = OffsetDateTime.ofInstant(time, ZoneOffset.UTC).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private static Duration patience(List<Instant> times, Instant now) {
        Duration longest = Duration.ZERO;
        for (int i = 1; i < times.size(); i++) {
            Duration gap = Duration.between(times.get(i - 1), times.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        boolean weekSeen = Duration.between(times.get(0), now).compareTo(A_WEEK_AND_A_DAY) >= 0;
        Duration least = weekSeen ? LEAST_PATIENCE : LEAST_PATIENCE_BEFORE_A_WEEKEND_WAS_SEEN;
        Duration patience = longest.multipliedBy(LONGEST_PAUSES);
        if (patience.compareTo(least) < 0) {
            return least;
        }
        return patience.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : patience;
    }

    /** When the source was last heard from; of what was there at the first look, only its dates tell. */
    private static Instant heard(Collection<Sighting> sightings) {
        Instant firstLook = firstLook(sightings);
        return sightings.stream()
                .map(s -> s.firstSeen().isAfter(firstLook) ? s.firstSeen() : s.when())
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Instant firstLook(Collection<Sighting> sightings) {
        return sightings.stream()
                .map(Sighting::firstSeen)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_AN_HOUR;
    }
}
