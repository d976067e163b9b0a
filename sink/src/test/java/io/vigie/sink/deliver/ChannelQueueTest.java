package io.vigie.sink.deliver;

import static io.vigie.sink.deliver.Stories.NOW;
import static io.vigie.sink.deliver.Stories.channel;
import static io.vigie.sink.deliver.Stories.notice;
import static io.vigie.sink.deliver.Stories.slack;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert.Status;
import io.vigie.events.Delivery;
import io.vigie.events.Delivery.Kind;
import io.vigie.events.Delivery.State;
import io.vigie.events.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChannelQueueTest {

    private static final Answer OK = new Answer.Accepted(200);
    private static final Answer SILENCE = new Answer.Doubtful(null, "SocketTimeoutException");
    private static final Answer TOO_MANY = new Answer.Throttled(429, Duration.ofSeconds(7));
    private static final Answer AWAY = new Answer.Unreached("ConnectException");

    private final ChannelQueue queue = new ChannelQueue(slack());

    private Outgoing sentAt(Instant now) {
        return queue.next(now).orElseThrow(() -> new AssertionError("nothing goes at " + now));
    }

    private Outgoing deliveredAt(Instant now) {
        Outgoing sent = sentAt(now);
        queue.answered(OK, now);
        return sent;
    }

    private static List<State> states(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::state).toList();
    }

    private static List<String> ids(Outgoing sent) {
        return sent.notices().stream().map(Notice::alertId).toList();
    }

    private static Delivery line(Outgoing sent, State state) {
        return new Delivery(
                sent.id(),
                "desk",
                sent.bulletin().kind(),
                sent.bulletin().keys(),
                sent.bulletin().stories(),
                state,
                sent.attempt(),
                null,
                null,
                NOW,
                0,
                null);
    }

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
    void repeatsADoubtfulMessageOnceUnderTheSameId() {
        queue.offer(notice("a", NOW), NOW);
        Outgoing first = sentAt(NOW);
        assertThat(states(queue.answered(SILENCE, NOW))).containsExactly(State.DOUBTFUL);

        Outgoing second = sentAt(NOW.plusSeconds(10));
        List<Outcome> end = queue.answered(SILENCE, NOW.plusSeconds(10));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(states(end)).containsExactly(State.UNCONFIRMED);
        assertThat(queue.next(NOW.plusSeconds(3600))).isEmpty();
        assertThat(queue.open()).isZero();
    }

    @Test
    void neverSendsAThirdTimeWhatMayHaveArrivedAndWasThenThrottled() {
        queue.offer(notice("a", NOW), NOW);
        sentAt(NOW);
        queue.answered(SILENCE, NOW);
        sentAt(NOW.plusSeconds(10));

        assertThat(states(queue.answered(TOO_MANY, NOW.plusSeconds(10)))).containsExactly(State.UNCONFIRMED);
        assertThat(queue.next(NOW.plusSeconds(7200))).isEmpty();
    }

    @Test
    void aRepeatThatNeverReachedTheReceiverIsStillOwed() {
        queue.offer(notice("a", NOW), NOW);
        sentAt(NOW);
        queue.answered(SILENCE, NOW);
        sentAt(NOW.plusSeconds(10));
        assertThat(states(queue.answered(AWAY, NOW.plusSeconds(10)))).containsExactly(State.DEFERRED);
        queue.offer(notice("b", NOW), NOW);

        Outgoing repeat = sentAt(NOW.plusSeconds(60));

        assertThat(ids(repeat)).containsExactly("a");
        assertThat(repeat.attempt()).isEqualTo(2);
        assertThat(states(queue.answered(SILENCE, NOW.plusSeconds(60)))).containsExactly(State.UNCONFIRMED);
        assertThat(ids(deliveredAt(NOW.plusSeconds(120)))).containsExactly("b");
    }

    @Test
    void leavesAThrottlingReceiverInPeaceForAsLongAsItAsks() {
        queue.offer(notice("a", NOW), NOW);
        queue.offer(notice("b", NOW), NOW);
        sentAt(NOW);
        assertThat(states(queue.answered(TOO_MANY, NOW))).containsExactly(State.DEFERRED);

        assertThat(queue.next(NOW.plusMillis(6_999))).isEmpty();
        assertThat(ids(deliveredAt(NOW.plusSeconds(7)))).containsExactly("a");
    }

    @Test
    void whatWasThrottledTwiceJoinsADigestAfterAPause() {
        queue.offer(notice("a", NOW), NOW);
        queue.offer(notice("b", NOW), NOW);
        sentAt(NOW);
        queue.answered(TOO_MANY, NOW);
        Instant again = NOW.plusSeconds(7);
        sentAt(again);
        queue.answered(TOO_MANY, again);

        assertThat(queue.next(again.plus(Circuit.FIRST_PAUSE).minusMillis(1))).isEmpty();
        Outgoing digest = deliveredAt(again.plus(Circuit.FIRST_PAUSE));

        assertThat(digest.bulletin().kind()).isEqualTo(Kind.DIGEST);
        assertThat(ids(digest)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void asksAReceiverThatIsAwayLessAndLessOften() {
        queue.offer(notice("a", NOW), NOW);
        List<Long> attempts = new ArrayList<>();
        for (int second = 0; second < 3600; second++) {
            Instant now = NOW.plusSeconds(second);
            if (queue.next(now).isPresent()) {
                attempts.add((long) second);
                queue.answered(AWAY, now);
            }
        }
        assertThat(attempts).containsExactly(0L, 1L, 2L, 22L, 62L, 142L, 302L, 622L, 1262L, 2542L);
        assertThat(queue.pausedUntil()).isNotNull();
    }

    @Test
    void aReceiverThatIsBackGetsItsBacklogAndIsTrustedAgain() {
        queue.offer(notice("a", NOW), NOW);
        sentAt(NOW);
        queue.answered(new Answer.Gone(404, "HTTP 404"), NOW);
        assertThat(queue.pausedUntil()).isEqualTo(NOW.plus(Circuit.LONGEST_PAUSE));

        deliveredAt(NOW.plus(Circuit.LONGEST_PAUSE));

        assertThat(queue.pausedUntil()).isNull();
    }

    @Test
    void oneRefusedMessageStopsNobodyBehindIt() {
        queue.offer(notice("a", NOW), NOW);
        queue.offer(notice("b", NOW), NOW);
        sentAt(NOW);
        assertThat(states(queue.answered(new Answer.Refused(400, "invalid_blocks"), NOW)))
                .containsExactly(State.REFUSED);

        assertThat(ids(deliveredAt(NOW))).containsExactly("b");
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

    @Test
    void givesUpOldNewsAndSaysSo() {
        queue.offer(notice("a", NOW), NOW);

        List<Outcome> outcomes = queue.expire(NOW.plus(ChannelQueue.EXPIRY).plusSeconds(1));

        assertThat(states(outcomes)).containsExactly(State.EXPIRED);
        assertThat(queue.open()).isZero();
    }

    @Test
    void remembersWhatTheLedgerSays() {
        queue.offer(notice("a", NOW), NOW);
        Outgoing told = deliveredAt(NOW);
        ChannelQueue restarted = new ChannelQueue(slack());
        restarted.recall(line(told, State.DELIVERED));

        assertThat(restarted.offer(notice("a", NOW), NOW)).isEmpty();
        assertThat(restarted.next(NOW)).isEmpty();
        assertThat(restarted.offer(notice("a", 2, Status.RETRACTED, "story-a", NOW), NOW))
                .isEmpty();
        assertThat(restarted.next(NOW).orElseThrow().bulletin().kind()).isEqualTo(Kind.RETRACTION);
    }

    @Test
    void repeatsOnceWhatWasInterrupted() {
        queue.offer(notice("a", NOW), NOW);
        Outgoing lost = sentAt(NOW);
        ChannelQueue restarted = new ChannelQueue(slack());
        restarted.offer(notice("a", NOW), NOW);
        assertThat(states(restarted.resume(line(lost, State.ATTEMPTED), NOW))).containsExactly(State.DOUBTFUL);

        Outgoing repeat = restarted.next(NOW.plusSeconds(10)).orElseThrow();

        assertThat(repeat.id()).isEqualTo(lost.id());
        ChannelQueue again = new ChannelQueue(slack());
        again.offer(notice("a", NOW), NOW);
        assertThat(states(again.resume(line(repeat, State.ATTEMPTED), NOW))).containsExactly(State.UNCONFIRMED);
        assertThat(again.next(NOW.plusSeconds(60))).isEmpty();
    }
}
