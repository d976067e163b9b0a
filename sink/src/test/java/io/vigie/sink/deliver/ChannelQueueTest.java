package io.vigie.sink.deliver;

import static io.vigie.sink.deliver.Stories.NOW;
import static io.vigie.sink.deliver.Stories.channel;
import static io.vigie.sink.deliver.Stories.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert.Status;
import io.vigie.events.Delivery.Kind;
import io.vigie.events.Delivery.State;
import io.vigie.events.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told together, and when. */
class ChannelQueueTest extends QueueTesting {

    @Test
    void tellsAnAlertAtOnceAndOnce() {
        queue.offer(notice("a", NOW), NOW);

        assertThat(ids(deliveredAt(NOW))).containsExactly("a");
        assertThat(queue.offer(notice("a", NOW), NOW)).isEmpty();
        assertThat(queue.next(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void sendsOneMessageAtATime() {
        queue.offer(notice("a", NOW), NOW);
        queue.offer(notice("b", NOW), NOW);

        sentAt(NOW);

        assertThat(queue.next(NOW)).isEmpty();
    }

    @Test
    void tellsReportsOfOneStoryInOneMessage() {
        queue.offer(notice("a", 1, Status.NEW, "s", NOW), NOW);
        queue.offer(notice("b", 1, Status.NEW, "s", NOW), NOW);

        Outgoing sent = deliveredAt(NOW);

        assertThat(sent.bulletin().kind()).isEqualTo(Kind.ALERT);
        assertThat(ids(sent)).containsExactly("a", "b");
    }

    @Test
    void collectsLaterReportsOfAStoryIntoOneUpdate() {
        queue.offer(notice("a", 1, Status.NEW, "s", NOW), NOW);
        deliveredAt(NOW);
        Instant later = NOW.plusSeconds(60);
        queue.offer(notice("b", 1, Status.NEW, "s", later), later);
        queue.offer(notice("c", 1, Status.NEW, "s", later.plusSeconds(200)), later.plusSeconds(200));

        assertThat(queue.next(later.plus(Backlog.UPDATE_AFTER).minusMillis(1))).isEmpty();
        Outgoing update = deliveredAt(later.plus(Backlog.UPDATE_AFTER));

        assertThat(update.bulletin().kind()).isEqualTo(Kind.UPDATE);
        assertThat(ids(update)).containsExactly("b", "c");
    }

    @Test
    void aStoryThatComesUpAgainAfterDaysIsNewsAgain() {
        queue.offer(notice("a", 1, Status.NEW, "s", NOW), NOW);
        deliveredAt(NOW);
        Instant later = NOW.plus(Memory.STORIES).plusSeconds(1);
        queue.offer(notice("b", 1, Status.NEW, "s", later), later);

        assertThat(deliveredAt(later).bulletin().kind()).isEqualTo(Kind.ALERT);
    }

    @Test
    void foldsWhatTheRateCannotCarryIntoOneDigest() {
        IntStream.range(0, 500).forEach(i -> queue.offer(notice("a" + i, NOW), NOW));

        Outgoing digest = deliveredAt(NOW);

        assertThat(digest.bulletin().kind()).isEqualTo(Kind.DIGEST);
        assertThat(digest.notices()).hasSize(500);
        assertThat(queue.open()).isZero();
    }

    @Test
    void sendsAFewOneByOneWithinTheRate() {
        IntStream.range(0, 8).forEach(i -> queue.offer(notice("a" + i, NOW), NOW));
        List<Long> seconds = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            Instant now = NOW.plusSeconds(second);
            while (queue.next(now).isPresent()) {
                seconds.add(Duration.between(NOW, now).toSeconds());
                queue.answered(OK, now);
            }
        }
        assertThat(seconds).containsExactly(0L, 0L, 0L, 0L, 0L, 1L, 2L, 3L);
    }

    @Test
    void mailsTheRestOfAQuarterOfAnHourTogether() {
        ChannelQueue mail = new ChannelQueue(
                channel("{id: m, kind: email, url: 'smtp://127.0.0.1:25', from: a@b.example, to: [c@b.example]}"));
        mail.offer(notice("a", NOW), NOW);
        assertThat(mail.next(NOW)).isPresent();
        mail.answered(OK, NOW);
        mail.offer(notice("b", NOW), NOW);
        mail.offer(notice("c", NOW), NOW);

        assertThat(mail.next(NOW.plusSeconds(899))).isEmpty();
        assertThat(mail.next(NOW.plusSeconds(900)).orElseThrow().bulletin().kind())
                .isEqualTo(Kind.DIGEST);
    }

    @Test
    void waitsInQuietHours() {
        ChannelQueue asleep = new ChannelQueue(
                channel("{id: desk, kind: slack, url: 'http://h.example/', quiet: {from: '22:00', to: '06:30', zone: "
                        + "Europe/Paris}}"));
        Instant night = Instant.parse("2026-03-10T02:00:00Z");
        asleep.offer(notice("a", night), night);

        assertThat(asleep.next(night)).isEmpty();
        assertThat(asleep.next(Instant.parse("2026-03-10T05:29:59Z"))).isEmpty();
        assertThat(asleep.next(Instant.parse("2026-03-10T05:30:00Z"))).isPresent();
    }

    @Test
    void aLaterRevisionTakesThePlaceOfOneThatWaits() {
        queue.offer(notice("a", NOW), NOW);

        List<Outcome> outcomes = queue.offer(notice("a", 2, Status.AMENDED, "story-a", NOW), NOW);

        assertThat(states(outcomes)).containsExactly(State.SUPPRESSED);
        assertThat(sentAt(NOW).notices()).extracting(Notice::revision).containsExactly(2);
    }

    @Test
    void tellsOfAWithdrawalWhoWasTold() {
        queue.offer(notice("a", NOW), NOW);
        deliveredAt(NOW);
        queue.offer(notice("a", 2, Status.RETRACTED, "story-a", NOW), NOW);

        assertThat(deliveredAt(NOW).bulletin().kind()).isEqualTo(Kind.RETRACTION);
    }

    @Test
    void sparesAWithdrawalWhoWasNot() {
        assertThat(states(queue.offer(notice("a", 2, Status.RETRACTED, "story-a", NOW), NOW)))
                .containsExactly(State.SUPPRESSED);

        queue.offer(notice("b", NOW), NOW);
        assertThat(states(queue.offer(notice("b", 2, Status.RETRACTED, "story-b", NOW), NOW)))
                .containsExactly(State.SUPPRESSED, State.SUPPRESSED);
        assertThat(queue.next(NOW)).isEmpty();
    }
}
