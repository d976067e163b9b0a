package io.vigie.processor.surge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Outlet;
import io.vigie.events.Surge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurgeStepTest {

    private static final Scope SCOPE = new Scope("ukraine-support", null, "FR");

    /** A Monday, midnight. */
    private static final long MONDAY = Instant.parse("2025-03-03T00:00:00Z").getEpochSecond() / 3600;

    private final List<Surge> told = new ArrayList<>();
    private @Nullable HourlyCounts counts;

    @Test
    void tellsOneSurgeOnceWithItsEnd() {
        usualWeeks(4);
        long noon = MONDAY + 28 * 24 + 12;
        publish(noon, 30);
        publish(noon + 1, 25);
        tick(noon + 2);
        assertThat(told).extracting(Surge::phase).containsExactly(Surge.Phase.STARTED);

        publish(noon + 3, 2);
        tick(noon + 4);
        tick(noon + 8);
        assertThat(told).extracting(Surge::phase).containsExactly(Surge.Phase.STARTED, Surge.Phase.ENDED);
        Surge end = told.get(1);
        assertThat(end.surgeId())
                .isEqualTo(told.get(0).surgeId())
                .isEqualTo("ukraine-support/country/FR/2025-03-31T12:00:00Z");
        assertThat(end.end()).isEqualTo(Instant.parse("2025-03-31T14:00:00Z"));
        assertThat(end.items()).isEqualTo(57);
        assertThat(end.expected()).isEqualTo(2);
    }

    @Test
    void expectsOfAnHourWhatItsWeekdayUsuallyBrings() {
        for (int day = 0; day < 28; day++) {
            boolean thursday = day % 7 == 3;
            publish(MONDAY + day * 24 + 9, thursday ? 20 : 1);
            tick(MONDAY + day * 24 + 20);
        }
        told.clear();
        publish(MONDAY + 31 * 24 + 9, 20);
        assertThat(told).isEmpty();

        publish(MONDAY + 32 * 24 + 9, 20);
        assertThat(told).extracting(Surge::start).containsExactly(Instant.parse("2025-04-04T09:00:00Z"));
    }

    @Test
    void lastWeeksSurgeDoesNotHideThisWeeks() {
        usualWeeks(3);
        publish(MONDAY + 21 * 24 + 12, 60);
        tick(MONDAY + 22 * 24);
        told.clear();

        publish(MONDAY + 28 * 24 + 12, 30);
        assertThat(told).hasSize(1);
    }

    @Test
    void nothingSurgesInTheFirstWeek() {
        publish(MONDAY, 1);
        publish(MONDAY + 3 * 24, 100);
        assertThat(told).isEmpty();
    }

    @Test
    void countsLateItemsInTheirOwnHourAndBeginsNoOldSurge() {
        usualWeeks(4);
        long now = MONDAY + 28 * 24 + 12;
        publish(now, 1);
        publish(now - 30, 50);
        assertThat(told).isEmpty();
        assertThat(counts).isNotNull();
        assertThat(counts.in(now - 30)).isGreaterThanOrEqualTo(50);
        assertThat(SurgeStep.count(counts, SCOPE, now - 40 * 24).items()).isZero();
    }

    @Test
    void scopesAreTheOutletItsCountryAndThePress() {
        assertThat(Scope.of("t", new Outlet("o", "O", "FR")))
                .extracting(Scope::key)
                .containsExactly("t/all", "t/outlet/o", "t/country/FR");
        assertThat(Scope.of("t", new Outlet("o", "O", null))).hasSize(2);
    }

    private void usualWeeks(int weeks) {
        for (int day = 0; day < weeks * 7; day++) {
            for (int hour = 8; hour < 20; hour++) {
                publish(MONDAY + day * 24 + hour, 2);
            }
        }
    }

    private void publish(long hour, int items) {
        for (int i = 0; i < items; i++) {
            take(SurgeStep.count(counts, SCOPE, hour));
        }
    }

    private void tick(long hour) {
        if (counts != null) {
            take(SurgeStep.tick(counts, hour));
        }
    }

    private void take(SurgeStep.Outcome outcome) {
        counts = outcome.counts();
        outcome.surge().ifPresent(told::add);
    }
}
