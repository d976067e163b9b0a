package io.vigie.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.SourceDefinition.Kind;
import io.vigie.ingest.web.Answers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How often a source is asked: when it writes much, little or nothing, fails, or asks to be left alone. */
class SourceWatchPaceTest extends SourceWatchTesting {

    @Test
    void keepsTheConfiguredPaceOfSeconds() throws Exception {
        feed("/a");
        page("/a", "First");
        SourceWatch watch = watch(source(Kind.FEED, "/feed", Duration.ofSeconds(2)));

        run(watch, Duration.ofSeconds(60));

        assertThat(site.requestsFor("/feed")).isBetween(28L, 33L);
    }

    @Test
    void followsAWireAndLeavesAQuietSourceAlone() throws Exception {
        Instant start = clock.instant();
        SourceWatch watch = watch(Kind.FEED, "/feed");
        for (int i = 0; i < 240; i++) { // a wire: something every three minutes
            feed("/" + i, "/" + (i + 1));
            run(watch, Duration.ofMinutes(3));
        }
        long before = site.requestsFor("/feed");
        assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofHours(12)));
        assertThat(before).isGreaterThan(400);

        for (int i = 0; i < 20; i++) {
            feed("/" + i, "/" + (i + 241));
            run(watch, Duration.ofMinutes(3));
        }
        assertThat(site.requestsFor("/feed") - before).isBetween(50L, 66L);
    }

    @Test
    void readsAgainAtTheUsualPaceWhatFailedOnce() throws Exception {
        site.on("/feed", Answers.status(500));
        SourceWatch watch = watch(Kind.FEED, "/feed");
        run(watch, Duration.ZERO);
        assertThat(Duration.between(clock.instant(), watch.due()))
                .isBetween(EVERY.minusSeconds(30), EVERY.plusSeconds(30));

        run(watch, EVERY.plusSeconds(30));
        assertThat(Duration.between(clock.instant(), watch.due())).isGreaterThan(EVERY.plusSeconds(300));
    }

    @Test
    void asksASourceThatFailsEverMoreRarelyAndNeverGivesUp() throws Exception {
        site.on("/feed", Answers.status(500));
        SourceWatch watch = watch(Kind.FEED, "/feed");
        run(watch, Duration.ofDays(2));
        long asked = site.requestsFor("/feed");
        assertThat(asked).isBetween(40L, 80L);

        feed("/a");
        page("/a", "First");
        run(watch, Duration.ofHours(2));

        assertThat(journal.items()).hasSize(1);
    }

    @Test
    void leavesASourceAloneAsLongAsItAsks() throws Exception {
        site.on("/feed", Answers.status(429, "Retry-After: 86400"));

        run(watch(Kind.FEED, "/feed"), Duration.ofHours(23));

        assertThat(site.requestsFor("/feed")).isEqualTo(1);
    }

    @Test
    void notesInTheLedgerSinceWhenASourceIsSuspiciouslySilent() throws Exception {
        feed("/a");
        page("/a", "First");
        SourceWatch watch = watch(Kind.FEED, "/feed");
        Instant first = clock.instant();
        run(watch, Duration.ofDays(13));
        assertThat(silences()).isEmpty();

        run(watch, Duration.ofDays(2));
        assertThat(silences())
                .isNotEmpty()
                .allSatisfy(since -> assertThat(since).isEqualTo(first));

        feed("/a", "/b");
        page("/b", "Second");
        run(watch, EVERY);
        long before = silences().size();
        run(watch, Duration.ofDays(1));
        assertThat(silences()).hasSize((int) before);
    }

    @Test
    void looksAfreshAtASilentSourceOnceADayOnly() throws Exception {
        site.on("/feed", Answers.cached("application/rss+xml", "\"1\"", rss("/a")));
        page("/a", "First");
        SourceWatch watch = watch(Kind.FEED, "/feed");
        run(watch, Duration.ofDays(15));
        long before = unconditional("/feed");

        run(watch, Duration.ofDays(5));

        assertThat(unconditional("/feed") - before).isBetween(4L, 6L);
    }

    private List<Instant> silences() {
        return journal.changes().stream()
                .map(change -> change.entry().silentSince())
                .filter(Objects::nonNull)
                .toList();
    }

    private long unconditional(String path) {
        return site.requests().stream()
                .filter(request -> request.path().equals(path))
                .filter(request -> request.header("if-none-match").isEmpty())
                .count();
    }
}
