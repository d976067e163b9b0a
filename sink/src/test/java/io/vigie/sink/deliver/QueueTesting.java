package io.vigie.sink.deliver;

import static io.vigie.sink.deliver.Stories.NOW;
import static io.vigie.sink.deliver.Stories.slack;

import io.vigie.events.Delivery;
import io.vigie.events.Delivery.State;
import io.vigie.events.Notice;
import java.time.Instant;
import java.util.List;

/** What tests of one channel's queue say again and again. */
abstract class QueueTesting {

    static final Answer OK = new Answer.Accepted(200);

    final ChannelQueue queue = new ChannelQueue(slack());

    Outgoing sentAt(Instant now) {
        return queue.next(now).orElseThrow(() -> new AssertionError("nothing goes at " + now));
    }

    Outgoing deliveredAt(Instant now) {
        Outgoing sent = sentAt(now);
        queue.answered(OK, now);
        return sent;
    }

    static List<State> states(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::state).toList();
    }

    static List<String> ids(Outgoing sent) {
        return sent.notices().stream().map(Notice::subject).toList();
    }

    static Delivery line(Outgoing sent, State state) {
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
}
