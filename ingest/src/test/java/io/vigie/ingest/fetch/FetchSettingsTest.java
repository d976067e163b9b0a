package io.vigie.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FetchSettingsTest {

    @Test
    void pinsTheDefaults() {
        assertThat(FetchSettings.defaults())
                .isEqualTo(new FetchSettings(
                        "Vigie/0.1 (+https://vigie.example/bot)",
                        Duration.ofSeconds(1),
                        8_388_608,
                        Duration.ofSeconds(30)));
        assertThat(FetchSettings.defaults().productToken()).isEqualTo("Vigie");
    }

    @Test
    void namesTheKeyThatIsWrong() {
        refused("userAgent", "line\nbreak", Duration.ZERO, 1, Duration.ofSeconds(1));
        refused("userAgent", "", Duration.ZERO, 1, Duration.ofSeconds(1));
        refused("hostDelay", "Vigie", Duration.ofSeconds(-1), 1, Duration.ofSeconds(1));
        refused("maxBody", "Vigie", Duration.ZERO, 0, Duration.ofSeconds(1));
        refused("maxBody", "Vigie", Duration.ZERO, 8_388_609, Duration.ofSeconds(1));
        refused("deadline", "Vigie", Duration.ZERO, 1, Duration.ZERO);
        refused("deadline", "Vigie", Duration.ZERO, 1, Duration.ofSeconds(61));
    }

    private static void refused(String key, String userAgent, Duration delay, long maxBody, Duration deadline) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FetchSettings(userAgent, delay, maxBody, deadline))
                .withMessageStartingWith(key);
    }
}
