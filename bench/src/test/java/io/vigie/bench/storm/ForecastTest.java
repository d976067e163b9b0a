package io.vigie.bench.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.bench.press.Release;
import io.vigie.bench.press.ReleaseWriter;
import io.vigie.bench.storm.Forecast.Blow;
import io.vigie.bench.storm.Forecast.Target;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Instant BEGIN = Instant.parse("2026-04-08T06:00:00Z");
    private static final ReleaseWriter PRESS = new ReleaseWriter(3, 10, BEGIN);

    @Test
    void aSeedAlwaysGivesTheSameItemsAndBlows() {
        assertThat(new ReleaseWriter(3, 10, BEGIN).item(17)).isEqualTo(PRESS.item(17));
        assertThat(new ReleaseWriter(4, 10, BEGIN).item(17)).isNotEqualTo(PRESS.item(17));
        assertThat(Forecast.of(3, Duration.ofMinutes(1), 2)).isEqualTo(Forecast.of(3, Duration.ofMinutes(1), 2));
    }

    @Test
    void everyTargetIsHitAsOftenAsAskedInOrderOfTime() {
        List<Blow> blows = Forecast.of(5, Duration.ofMinutes(10), 3).blows();

        for (Target target : Target.values()) {
            int times = target == Target.TOPICS ? 6 : 3;
            assertThat(blows).filteredOn(blow -> blow.target() == target).hasSize(times);
        }
        assertThat(blows).isSortedAccordingTo(java.util.Comparator.comparing(Blow::at));
    }

    @Test
    void aboutHalfOfTheItemsAlertInEveryLanguageAndTheme() {
        List<Release> items = IntStream.range(0, 600).mapToObj(PRESS::item).toList();
        var verdicts = Verdicts.of(
                items,
                IntStream.range(0, 10)
                        .mapToObj(site -> URI.create("http://127.0.0.1:" + (9000 + site) + "/"))
                        .toList());

        assertThat(verdicts.size()).isBetween(220, 380);
        assertThat(verdicts.values().stream().flatMap(java.util.Set::stream).distinct())
                .contains("defence-industry", "ukraine-support", "china-concerns");
        assertThat(items.stream().map(Release::language).distinct()).contains("en", "fr", "de");
    }
}
