package io.vigie.desk;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.desk.http.Access;
import io.vigie.desk.http.DeskHandler;
import io.vigie.desk.http.Guard;
import io.vigie.desk.http.WebServer;
import io.vigie.desk.live.PushLoop;
import io.vigie.desk.topics.TopicTail;
import io.vigie.desk.triage.TriageWriter;
import io.vigie.events.Readiness;
import io.vigie.sink.elastic.ElasticAlertReader;
import io.vigie.sink.elastic.ElasticClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk: its page, its API and what they read.
 *
 * <pre>{@code
 * DeskServer desk = new DeskServer(settings, Clock.systemDefaultZone(), registry, registry::scrape);
 * desk.start();
 * System.err.println(desk.uri());
 * ...
 * desk.close();
 * }</pre>
 *
 * <p>It may start before Kafka and Elasticsearch answer: {@code /readyz} says what it waits for.
 */
public final class DeskServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeskServer.class);

    private final DeskSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Supplier<String> scrape;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable WebServer web;
    private @Nullable TopicTail tail;

    /**
     * Does no I/O.
     *
     * @param clock its zone is that of the brief
     * @param scrape what {@code /metrics} prints, in the Prometheus text format
     */
    public DeskServer(DeskSettings settings, Clock clock, MeterRegistry meters, Supplier<String> scrape) {
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.scrape = scrape;
    }

    /**
     * Opens the port and begins to read.
     *
     * @throws IOException when the port is taken, or a file of the configuration cannot be read; nothing is left open
     */
    public synchronized void start() throws IOException {
        try {
            begin();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void begin() throws IOException {
        ElasticsearchClient client = ElasticClients.open(settings.elasticsearch());
        open.push(client);
        TriageWriter writer = new TriageWriter(settings.kafka(), settings.topics());
        open.push(writer);
        Access access = new Access(settings.token(), clock);
        DeskParts parts = new DeskParts(new ElasticAlertReader(client), writer, access, clock, meters);
        PushLoop push = parts.push();
        open.push(push);
        TopicTail reading = new TopicTail(settings.kafka(), parts.readings(settings.topics()), clock, meters);
        open.push(reading);
        tail = reading;
        WebServer server = new WebServer(
                settings.listen(),
                new DeskHandler(
                        new Guard(access, settings.listen(), settings.hosts()),
                        PageFiles.all(),
                        parts.routes(scrape, reading::check),
                        Map.of("/api/events", push.streams()),
                        parts::failure,
                        meters));
        open.push(server);
        web = server;
        reading.start();
        push.start();
        server.start();
    }

    /** Where it listens. */
    public synchronized URI uri() {
        WebServer opened = web;
        if (opened == null || opened.port() <= 0) {
            throw new IllegalStateException("the desk was not started");
        }
        InetAddress address = settings.listen().getAddress();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + opened.port());
    }

    /** Whether it has read what the topics had and goes on reading. Makes no call. */
    public Readiness check() {
        TopicTail reading = tail;
        return reading == null ? Readiness.notReady("desk: not started") : reading.check();
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                log.atWarn().setCause(e).log("a part of the desk did not close");
            }
        }
    }
}
