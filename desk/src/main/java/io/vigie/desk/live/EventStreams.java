package io.vigie.desk.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.desk.api.Cards;
import io.vigie.desk.api.Filters;
import io.vigie.desk.http.Call;
import io.vigie.desk.http.EventStream;
import io.vigie.desk.http.Reply;
import io.vigie.desk.http.StreamEndpoint;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The open connections of {@code /api/events}: how many there may be, where each resumes, and their heartbeat. */
public final class EventStreams implements StreamEndpoint {

    /** More connections than this are told to come back later. */
    static final int MOST = 500;

    /** What the index is asked for when the log has forgotten; with more than that a client reads the list anew. */
    private static final int MOST_RESUMED = 500;

    /** Bulks that were retried are written with an older time than their neighbours. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private static final String HELLO = "retry: 2000\nevent: hello\ndata: {}\n";
    private static final byte[] HEARTBEAT = ": \n\n".getBytes(UTF_8);
    private static final byte[] RESET = "event: reset\ndata: {}\n\n".getBytes(UTF_8);

    private final EventLog log;
    private final AlertReader alerts;
    private final Cards cards;
    private final Filters filters;
    private final Clock clock;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    EventStreams(EventLog log, AlertReader alerts, Cards cards, Clock clock) {
        this.log = log;
        this.alerts = alerts;
        this.cards = cards;
        this.clock = clock;
        this.filters = new Filters(clock);
    }

    @Override
    public Decision open(Call call) {
        Predicate<AlertDocument> wanted = EventFilter.of(filters.of(call));
        if (open.size() >= MOST) {
            return new Decision.Refused(Reply.problem(503, "Too many streams", "this desk keeps " + MOST + " open")
                    .header("Retry-After", "30"));
        }
        Optional<String> last = call.header("last-event-id").or(() -> call.parameter("lastEventId"));
        return new Decision.Taken(stream -> begin(stream, wanted, last));
    }

    private void begin(EventStream stream, Predicate<AlertDocument> wanted, Optional<String> last) {
        Consumer<LiveEvent> listener = event -> {
            AlertDocument alert = event.alert();
            if (alert == null || wanted.test(alert)) {
                stream.send(event.frame());
            }
        };
        open.add(stream);
        stream.onClose(() -> {
            log.leave(listener);
            open.remove(stream);
        });
        stream.send((HELLO + (last.isPresent() ? "" : "id: " + beginning() + "\n") + "\n").getBytes(UTF_8));
        Optional<List<LiveEvent>> missed = log.listen(listener, last.orElse(""));
        if (missed.isPresent()) {
            missed.get().forEach(listener);
        } else {
            last.flatMap(EventId::parse).ifPresent(id -> resume(stream, listener, id));
        }
    }

    /** So that who loses the connection before the first event resumes too. */
    private EventId beginning() {
        return new EventId(clock.millis(), "hello", 0);
    }

    /** A search blocks, and this may be a thread that must not: it is one of the server's, of which there are many. */
    private void resume(EventStream stream, Consumer<LiveEvent> listener, EventId last) {
        List<AlertDocument> since = alerts.ingestedSince(last.ingested().minus(OVERLAP), MOST_RESUMED);
        if (since.size() == MOST_RESUMED) {
            stream.send(RESET);
            return;
        }
        cards.events(since).forEach((alert, json) -> {
            if (!EventId.of(alert).equals(last)) {
                listener.accept(LiveEvent.alert(alert, json));
            }
        });
    }

    void beat() {
        open.forEach(stream -> stream.send(HEARTBEAT));
    }

    int size() {
        return open.size();
    }

    void closeAll() {
        List.copyOf(open).forEach(EventStream::close);
    }
}
