package io.vigie.desk.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.desk.api.Cards;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertReader;
import io.vigie.sink.elastic.AlertStoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the index for the alerts that are due, and pushes what it has; see the package essay. */
public final class PushLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PushLoop.class);

    private static final int MOST_EXPECTED = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KEPT = 2_000;
    private static final int ASKED_AT_ONCE = 200;
    private static final long BETWEEN_QUESTIONS_MILLIS = 100;
    private static final long BETWEEN_HEARTBEATS_SECONDS = 15;

    private final Expected expected = new Expected(MOST_EXPECTED, PATIENCE);
    private final EventLog events = new EventLog(KEPT);
    private final AlertReader alerts;
    private final Cards cards;
    private final EventStreams streams;
    private final Clock clock;
    private final Counter pushed;
    private final Counter givenUp;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(
            2,
            task -> {
                Thread thread = new Thread(task, "desk-push");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy()); // the topics may tell more until they are closed

    public PushLoop(AlertReader alerts, Cards cards, Clock clock, MeterRegistry meters) {
        this.alerts = alerts;
        this.cards = cards;
        this.clock = clock;
        this.streams = new EventStreams(events, alerts, cards, clock);
        this.pushed = Counter.builder("vigie.desk.pushed")
                .description("Alerts pushed, once for all who listen")
                .register(meters);
        this.givenUp = Counter.builder("vigie.desk.push.given.up")
                .description("Alerts that the index did not have in time, or that there were too many of")
                .register(meters);
        Gauge.builder("vigie.desk.streams", streams, EventStreams::size)
                .description("Event streams that are open")
                .register(meters);
        Gauge.builder("vigie.desk.push.expected", expected, Expected::size)
                .description("Alerts that the topic has and the index is to have shortly")
                .register(meters);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the timer, and catches what it throws
    public void start() {
        timer.scheduleAtFixedRate(
                streams::beat, BETWEEN_HEARTBEATS_SECONDS, BETWEEN_HEARTBEATS_SECONDS, TimeUnit.SECONDS);
    }

    /** The topic has a revision of an alert. */
    public void expect(String alertId, int revision) {
        if (!expected.add(alertId, revision, clock.instant())) {
            givenUp.increment();
        }
        askAfter(0);
    }

    /** Tells everybody something that is not an alert. */
    public void tell(String event, byte[] json) {
        events.append(LiveEvent.of(event, json));
    }

    public EventStreams streams() {
        return streams;
    }

    /** One question at a time, and none while nothing is due: a desk at rest has nothing to wake up for. */
    @SuppressWarnings("FutureReturnValueIgnored") // ends with the timer, and catches what it throws
    private void askAfter(long millis) {
        if (asking.compareAndSet(false, true)) {
            timer.schedule(this::askWhileDue, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void askWhileDue() {
        ask();
        asking.set(false);
        // What was expected meanwhile found somebody asking and left it to him.
        if (expected.size() > 0) {
            askAfter(BETWEEN_QUESTIONS_MILLIS);
        }
    }

    private void ask() {
        try {
            List<String> due = expected.due(ASKED_AT_ONCE);
            List<AlertDocument> found = new ArrayList<>(alerts.byIds(due));
            found.removeIf(alert -> !expected.arrived(alert.alertId(), alert.revision()));
            found.sort(Comparator.comparing(AlertDocument::detectedAt));
            cards.events(found).forEach((alert, json) -> events.append(LiveEvent.alert(alert, json)));
            pushed.increment(found.size());
            givenUp.increment(expected.postpone(due, clock.instant()));
        } catch (AlertStoreException e) {
            // The store is away: what is due stays due, and the list says why it cannot be shown.
            log.atDebug().addKeyValue("cause", e.getMessage()).log("the index was not asked");
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("pushing failed; it goes on");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        streams.closeAll();
    }
}
