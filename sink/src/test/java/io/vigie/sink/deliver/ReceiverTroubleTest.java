package io.vigie.sink.deliver;

import static io.vigie.sink.deliver.Stories.NOW;
import static io.vigie.sink.deliver.Stories.notice;
import static io.vigie.sink.deliver.Stories.slack;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Alert.Status;
import io.vigie.events.Delivery.Kind;
import io.vigie.events.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a message whose receiver is silent, busy or away, and of one that was interrupted. */
class ReceiverTroubleTest extends QueueTesting {

    private static final Answer SILENCE = new Answer.Doubtful(null, "SocketTimeoutException");
    private static final Answer TOO_MANY = new Answer.Throttled(429, Duration.ofSeconds(7));
    private static final Answer AWAY = new Answer.Unreached("ConnectException");

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
