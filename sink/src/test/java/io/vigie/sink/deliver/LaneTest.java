package io.vigie.sink.deliver;

import static io.vigie.sink.deliver.Stories.NOW;
import static io.vigie.sink.deliver.Stories.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.Delivery;
import io.vigie.events.Delivery.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Map<String, Channel> CHANNELS = Map.of("desk", Stories.slack());

    private static Lane lane(List<Delivery> ledger, long end) {
        return new Lane(CHANNELS, ledger, end);
    }

    private static List<State> states(Lane lane) {
        return lane.takeLines().stream().map(Delivery::state).toList();
    }

    @Test
    void writesTheAttemptDownBeforeItIsMadeAndGivesTheOffsetBackAfterItsOutcome() {
        Lane lane = lane(List.of(), 0);
        lane.reached(0, NOW);
        lane.offer(notice("a", NOW), 10, NOW);
        assertThat(lane.due(NOW)).hasSize(1);
        assertThat(states(lane)).containsExactly(State.ATTEMPTED);
        assertThat(lane.committable()).isEqualTo(10);

        lane.answered("desk", new Answer.Accepted(200), Duration.ofMillis(30), NOW);

        assertThat(lane.takeLines()).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(State.DELIVERED);
            assertThat(line.notices()).containsExactly("a/1");
            assertThat(line.tookMillis()).isEqualTo(30);
        });
        assertThat(lane.committable()).isEqualTo(11);
    }

    @Test
    void sendsNothingBeforeTheOutboxIsReadToWhereItEnded() {
        Lane lane = lane(List.of(), 2);
        lane.offer(notice("a", NOW), 0, NOW);
        lane.reached(1, NOW);
        assertThat(lane.due(NOW)).isEmpty();

        lane.offer(notice("a", NOW), 1, NOW);
        lane.reached(2, NOW);

        assertThat(lane.due(NOW)).hasSize(1);
    }

    @Test
    void takesUpWhatWasInterruptedWithItsDoubt() {
        Lane crashed = lane(List.of(), 0);
        crashed.reached(0, NOW);
        crashed.offer(notice("a", NOW), 0, NOW);
        crashed.due(NOW);
        List<Delivery> ledger = crashed.takeLines();

        Lane next = lane(ledger, 1);
        next.offer(notice("a", NOW), 0, NOW);
        next.reached(1, NOW);
        assertThat(states(next)).containsExactly(State.DOUBTFUL);
        assertThat(next.due(NOW)).isEmpty();
        List<Lane.Dispatch> repeat = next.due(NOW.plusSeconds(10));

        assertThat(repeat).singleElement().satisfies(dispatch -> {
            assertThat(dispatch.outgoing().id()).isEqualTo(ledger.get(0).id());
            assertThat(dispatch.outgoing().attempt()).isEqualTo(2);
        });
    }

    @Test
    void accountsForChannelsThatAreNoLongerThere() {
        Lane lane = new Lane(Map.of(), List.of(), 0);
        lane.offer(notice("a", NOW), 4, NOW);

        assertThat(states(lane)).containsExactly(State.SUPPRESSED);
        assertThat(lane.committable()).isEqualTo(5);
    }

    @Test
    void saysUntilWhenAReceiverIsLeftAlone() {
        Lane lane = lane(List.of(), 0);
        lane.reached(0, NOW);
        lane.offer(notice("a", NOW), 0, NOW);
        lane.due(NOW);
        lane.takeLines();
        lane.answered("desk", new Answer.Gone(404, "HTTP 404"), Duration.ZERO, NOW);

        assertThat(lane.takeLines()).extracting(Delivery::pausedUntil).containsExactly(NOW.plus(Circuit.LONGEST_PAUSE));
        assertThat(lane.channels()).containsExactly(new ChannelStatus("desk", 1, NOW.plus(Circuit.LONGEST_PAUSE)));
    }
}
