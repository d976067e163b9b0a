package io.vigie.ingest.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PollRhythmTest {

    /** A Wednesday. */
    private static final Instant NOON = Instant.parse("2025-04-09T12:00:00Z");

    private static final Instant MIDNIGHT = Instant.parse("2025-04-09T00:00:00Z");
    private static final Instant SUNDAY_NOON = Instant.parse("2025-04-13T12:00:00Z");
    private static final Duration EVERY = Duration.ofHours(1);

    @Test
    void asksAWireEveryMinute() {
        assertThat(rhythm(regular(NOON, Duration.ofMinutes(2), 200), NOON).pause(EVERY))
                .isEqualTo(PollRhythm.FASTEST);
    }

    @Test
    void asksAQuietEmbassyAsSeldomAsAllowed() {
        assertThat(rhythm(regular(NOON, Duration.ofDays(4), 20), NOON).pause(EVERY))
                .isEqualTo(EVERY);
    }

    @Test
    void asksInProportionBetween() {
        Duration hourly = rhythm(regular(NOON, Duration.ofHours(1), 600), NOON).pause(EVERY);
        Duration quarterly =
                rhythm(regular(NOON, Duration.ofMinutes(15), 600), NOON).pause(EVERY);

        assertThat(hourly).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(20));
        assertThat(quarterly).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(5));
    }

    @Test
    void followsTheHoursOfAMinistry() {
        List<Instant> times = officeHours();

        Duration atNoon = rhythm(times, NOON).pause(EVERY);
        assertThat(atNoon).isLessThan(Duration.ofMinutes(12));
        assertThat(rhythm(times, MIDNIGHT).pause(EVERY)).isGreaterThan(atNoon.multipliedBy(3));
        assertThat(rhythm(times, SUNDAY_NOON).pause(EVERY)).isGreaterThan(atNoon.multipliedBy(3));
    }

    @Test
    void hurriesInABurst() {
        List<Instant> times = new ArrayList<>(regular(NOON.minus(Duration.ofDays(1)), Duration.ofDays(1), 20));
        assertThat(rhythm(times, NOON).pause(EVERY)).isGreaterThan(Duration.ofMinutes(30));

        Stream.of(5, 15, 25, 40)
                .map(minutes -> NOON.minus(Duration.ofMinutes(minutes)))
                .forEach(times::add);
        assertThat(rhythm(times, NOON).pause(EVERY)).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void knowsNothingOfANewSource() {
        PollRhythm rhythm = rhythm(List.of(NOON.minusSeconds(60), NOON.minusSeconds(30)), NOON);

        assertThat(rhythm.pause(EVERY)).isEqualTo(EVERY);
        assertThat(rhythm.patience()).isEqualTo(PollRhythm.PATIENCE);
        assertThat(PollRhythm.of(List.of(), NOON).suspectSince()).isEmpty();
    }

    @Test
    void neverAsksMoreSeldomThanToldNorOftenerThanEveryMinute() {
        List<Instant> wire = regular(NOON, Duration.ofSeconds(1), 5_000);

        assertThat(rhythm(wire, NOON).pause(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(10));
        assertThat(rhythm(wire, NOON).pause(EVERY)).isEqualTo(PollRhythm.FASTEST);
    }

    @Test
    void doesNotBelieveDatesOfTheFuture() {
        List<Sighting> sightings = regular(NOON, Duration.ofHours(1), 100).stream()
                .map(time -> new Sighting(time.plus(Duration.ofDays(3650)), time))
                .toList();

        assertThat(PollRhythm.of(sightings, NOON).pause(EVERY)).isLessThan(Duration.ofMinutes(20));
        assertThat(PollRhythm.of(sightings, NOON.plus(Duration.ofDays(30))).suspectSince())
                .isPresent();
    }

    @Test
    void suspectsAWireAfterADayAndAnEmbassyAfterWeeks() {
        List<Instant> wire = regular(NOON, Duration.ofMinutes(30), 1_000);
        List<Instant> embassy = regular(NOON, Duration.ofDays(5), 10);

        assertThat(rhythm(wire, NOON.plus(Duration.ofHours(20))).suspectSince()).isEmpty();
        assertThat(rhythm(wire, NOON.plus(Duration.ofHours(30))).suspectSince()).isPresent();
        assertThat(rhythm(embassy, NOON.plus(Duration.ofDays(10))).suspectSince())
                .isEmpty();
        assertThat(rhythm(embassy, NOON.plus(Duration.ofDays(20))).suspectSince())
                .isPresent();
    }

    @Test
    void doesNotSuspectAMinistryForItsWeekend() {
        assertThat(rhythm(officeHours(), Instant.parse("2025-04-14T06:00:00Z")).suspectSince())
                .isEmpty();
        assertThat(rhythm(officeHours(), Instant.parse("2025-04-21T12:00:00Z")).suspectSince())
                .isPresent();
    }

    @Test
    void suspectsAFeedThatWasFrozenYearsAgoAtOnce() {
        List<Sighting> frozen = regular(NOON.minus(Duration.ofDays(900)), Duration.ofDays(1), 20).stream()
                .map(time -> new Sighting(time, NOON))
                .toList();

        assertThat(PollRhythm.of(frozen, NOON).suspectSince()).isPresent();
    }

    @Test
    void listensToNewItemsWhateverTheirDates() {
        List<Sighting> wrongDates = List.of(
                new Sighting(NOON.minus(Duration.ofDays(900)), NOON.minus(Duration.ofDays(30))),
                new Sighting(NOON.minus(Duration.ofDays(900)), NOON.minus(Duration.ofHours(1))));

        assertThat(PollRhythm.of(wrongDates, NOON).suspectSince()).isEmpty();
    }

    @Test
    void learnsNothingFromAnUndatedListThatIsNewAsAWhole() {
        List<Sighting> list =
                Stream.generate(() -> new Sighting(null, NOON)).limit(50).toList();
        assertThat(PollRhythm.of(list, NOON.plusSeconds(1)).pause(EVERY)).isEqualTo(EVERY);

        List<Sighting> later = new ArrayList<>(list);
        for (int i = 1; i <= 40; i++) {
            later.add(new Sighting(null, NOON.plus(Duration.ofHours(i))));
        }
        assertThat(PollRhythm.of(later, NOON.plus(Duration.ofHours(40))).pause(EVERY))
                .isBetween(Duration.ofMinutes(8), Duration.ofMinutes(25));
    }

    @Test
    void takesADateWithoutTimeForAnyHourOfItsDay() {
        List<Sighting> days = Stream.iterate(MIDNIGHT, day -> day.minus(Duration.ofDays(1)))
                .limit(100)
                .flatMap(day -> Stream.generate(() -> new Sighting(day, NOON)).limit(3))
                .toList();
        Duration atNoon = PollRhythm.of(days, NOON.plus(Duration.ofHours(3))).pause(EVERY.multipliedBy(24));

        assertThat(PollRhythm.of(days, NOON.plus(Duration.ofHours(12))).pause(EVERY.multipliedBy(24)))
                .isBetween(
                        atNoon.multipliedBy(8).dividedBy(10),
                        atNoon.multipliedBy(12).dividedBy(10));
    }

    private static PollRhythm rhythm(List<Instant> times, Instant now) {
        return PollRhythm.of(
                times.stream().map(time -> new Sighting(time, time)).toList(), now);
    }

    private static List<Instant> regular(Instant last, Duration gap, int count) {
        return Stream.iterate(last, time -> time.minus(gap)).limit(count).toList();
    }

    /** Every half hour from 9 to 17, Monday to Friday, for four weeks up to a Friday. */
    private static List<Instant> officeHours() {
        List<Instant> times = new ArrayList<>();
        for (int day = 0; day < 28; day++) {
            Instant start = Instant.parse("2025-03-15T09:00:00Z").plus(Duration.ofDays(day));
            if (day % 7 > 1) {
                regular(start.plus(Duration.ofHours(8)), Duration.ofMinutes(30), 17)
                        .forEach(times::add);
            }
        }
        return times;
    }
}
