package io.vigie.sink.deliver;

import static io.vigie.sink.deliver.Stories.NOW;
import static io.vigie.sink.deliver.Stories.notice;
import static io.vigie.sink.deliver.Stories.surge;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Delivery.Kind;
import io.vigie.events.Delivery.State;
import io.vigie.events.Surge.Phase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a channel is told of surges, when, and in which words. */
class SurgeMessagesTest extends QueueTesting {

    private static final Instant DUE = NOW.plus(Backlog.SURGES_TOGETHER);

    @Test
    void tellsSurgesOfOneThemeInOneMessageTheWidestFirst() {
        queue.offer(notice(surge("JP", "asahi", Phase.STARTED), NOW), NOW);
        queue.offer(notice(surge("JP", null, Phase.STARTED), NOW.plusSeconds(2)), NOW.plusSeconds(2));
        queue.offer(notice(surge(null, null, Phase.STARTED), NOW.plusSeconds(4)), NOW.plusSeconds(4));

        assertThat(queue.next(DUE.minusMillis(1))).isEmpty();
        Outgoing sent = deliveredAt(DUE);

        assertThat(sent.bulletin().kind()).isEqualTo(Kind.SURGE);
        assertThat(ids(sent))
                .containsExactly(
                        surge(null, null, Phase.STARTED).surgeId(),
                        surge("JP", null, Phase.STARTED).surgeId(),
                        surge("JP", "asahi", Phase.STARTED).surgeId());
        assertThat(sent.bulletin().stories()).isEmpty();
        assertThat(queue.open()).isZero();
    }

    @Test
    void tellsAStartAndItsEndOnceEach() {
        queue.offer(notice(surge(Phase.STARTED), NOW), NOW);
        deliveredAt(DUE);
        assertThat(queue.offer(notice(surge(Phase.STARTED), DUE), DUE)).isEmpty();
        assertThat(queue.next(DUE.plusSeconds(60))).isEmpty();

        queue.offer(notice(surge(Phase.ENDED), DUE), DUE);

        assertThat(deliveredAt(DUE.plusSeconds(60)).bulletin().keys())
                .containsExactly(surge(Phase.ENDED).surgeId() + "/2");
    }

    @Test
    void aStartThatStillWaitsIsToldWithItsEnd() {
        queue.offer(notice(surge(Phase.STARTED), NOW), NOW);

        assertThat(states(queue.offer(notice(surge(Phase.ENDED), NOW), NOW))).containsExactly(State.SUPPRESSED);

        assertThat(deliveredAt(DUE).notices()).hasSize(1);
    }

    @Test
    void aRestartRemembersASurgeThatWasTold() {
        queue.offer(notice(surge(Phase.STARTED), NOW), NOW);
        Outgoing told = deliveredAt(DUE);
        ChannelQueue restarted = new ChannelQueue(Stories.slack());
        restarted.recall(line(told, State.DELIVERED));

        assertThat(restarted.offer(notice(surge(Phase.STARTED), NOW), NOW)).isEmpty();
        assertThat(restarted.next(DUE.plusSeconds(60))).isEmpty();
    }

    @Test
    void aDigestHasSurgesBeforeAlertsAndCountsBoth() {
        queue.offer(notice(surge(Phase.STARTED), NOW), NOW);
        for (int i = 0; i < 30; i++) {
            queue.offer(notice("a" + i, NOW), NOW);
        }

        Bulletin digest = deliveredAt(NOW).bulletin();

        Lines lines = Lines.of(digest, Phrases.of(Channel.Reader.EN), Lines.MOST_ENTRIES);
        assertThat(lines.title()).isEqualTo("30 alerts, 30 stories · 1 surge of coverage");
        assertThat(lines.entries().get(0).headline()).isEqualTo("Surge of coverage: ukraine-support (Japan)");
        assertThat(lines.footer()).isEqualTo("and 16 more · defence-industry 30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STARTED | FR | JP | | Poussée de couverture : ukraine-support (Japon)"
                        + " | 12 articles · depuis le 10 mars 2026 à 05:00 UTC · habituel : 1,5 par heure",
                "STARTED | EN | | | Surge of coverage: ukraine-support (the whole press)"
                        + " | 12 items · since 10 Mar 2026, 05:00 UTC · usual: 1.5 an hour",
                "ENDED | EN | JP | asahi | Surge of coverage over: ukraine-support (asahi)"
                        + " | 12 items · 10 Mar 2026, 05:00 UTC to 10 Mar 2026, 08:00 UTC · usual: 1.5 an hour",
                "ENDED | FR | JP | | Fin de la poussée de couverture : ukraine-support (Japon)"
                        + " | 12 articles · du 10 mars 2026 à 05:00 UTC au 10 mars 2026 à 08:00 UTC · habituel : 1,5 par"
                        + " heure",
            })
    void saysWhatSurgesAndByHowMuch(
            Phase phase, Channel.Reader reader, String country, String outlet, String title, String facts) {
        Bulletin bulletin = Bulletin.surges(List.of(notice(surge(country, outlet, phase), NOW)));

        Lines lines = Lines.of(bulletin, Phrases.of(reader), 1);

        assertThat(lines.title()).isEqualTo(title);
        assertThat(lines.kicker()).isEmpty();
        assertThat(lines.entries().get(0).facts()).isEqualTo(facts);
    }
}
