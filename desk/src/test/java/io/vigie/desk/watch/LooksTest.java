package io.vigie.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.WatchEntry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Looks looks = new Looks();

    @Test
    void whatWasQuietAndWhatWasBlindAreNotTheSame() {
        look(0, "fetched", null);
        look(15, "not-modified", null);
        look(30, "failed", "connect-timeout");
        look(45, "failed", "connect-timeout");
        look(60, "fetched", null);
        page(61, "fetched", null);

        assertThat(looks.slots(START, minute(75), QUARTER, Duration.ofMinutes(10)))
                .containsExactly(
                        SlotState.QUIET, SlotState.BLIND, SlotState.BLIND, SlotState.BLIND, SlotState.PUBLISHED);
    }

    @Test
    void aBlindWindowBeginsWithTheLastAnswerAndEndsWithTheNext() {
        look(0, "fetched", null);
        look(10, "failed", "tls");
        look(20, "failed", "unknown-host");
        look(30, "fetched", null);
        look(40, "disallowed", "robots");

        assertThat(looks.blind())
                .containsExactly(
                        new BlindWindow(minute(0), minute(30), "unknown-host", 2),
                        new BlindWindow(minute(30), null, "robots", 1));
    }

    @Test
    void anAnswerThatCouldNotBeReadIsNoAnswer() {
        look(0, "fetched", "not-a-feed");
        assertThat(looks.blind()).containsExactly(new BlindWindow(minute(0), null, "not-a-feed", 1));
        assertThat(looks.lastSuccess()).isNull();
        assertThat(looks.lastLook()).isEqualTo(minute(0));
    }

    @Test
    void aPageThatFailsMakesNobodyBlind() {
        look(0, "fetched", null);
        page(1, "failed", "read-timeout");
        page(2, "gone", null);
        page(3, "disallowed", "robots");

        assertThat(looks.blind()).isEmpty();
        assertThat(looks.errors()).isEqualTo(Map.of("read-timeout", 1));
        assertThat(looks.robots()).isEqualTo(1);
        assertThat(looks.pages()).isZero();
    }

    @Test
    void nobodyLookedIsNotQuiet() {
        look(0, "fetched", null);
        assertThat(looks.slots(START, minute(60), QUARTER, Duration.ofMinutes(20)))
                .isEqualTo(List.of(SlotState.QUIET, SlotState.QUIET, SlotState.UNWATCHED, SlotState.UNWATCHED));
    }

    private void look(int minute, String outcome, @Nullable String reason) {
        looks.add(entry(minute, WatchEntry.Purpose.DISCOVERY, outcome, reason));
    }

    private void page(int minute, String outcome, @Nullable String reason) {
        looks.add(entry(minute, WatchEntry.Purpose.PAGE, outcome, reason));
    }

    private static WatchEntry entry(int minute, WatchEntry.Purpose purpose, String outcome, @Nullable String reason) {
        URI uri = URI.create("https://outlet.example/feed");
        return new WatchEntry("outlet", uri, purpose, outcome, reason, null, 0, null, minute(minute), 5, null);
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
