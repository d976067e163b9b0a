package io.vigie.desk;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.desk.http.Access;
import io.vigie.desk.http.DeskHandler;
import io.vigie.desk.http.Guard;
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
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
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
    private static final int MOST_THREADS = 40;
    private static final int LEAST_THREADS = 4;
    private static final int IDLE_MILLIS = 30_000;
    private static final int LARGEST_HEAD = 8 * 1024;
    private static final int LEAST_BYTES_A_SECOND = 100;
    private static final int BACKLOG = 1_000;

    private final DeskSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Supplier<String> scrape;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable ServerConnector connector;
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
        Server server = server(new DeskHandler(
                new Guard(access, settings.listen(), settings.hosts()),
                PageFiles.all(),
                parts.routes(scrape, reading::check),
                Map.of("/api/events", push.streams()),
                parts::failure,
                meters));
        open.push(server::stop);
        reading.start();
        push.start();
        listen(server);
    }

    private Server server(DeskHandler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("desk-http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEAD);
        ServerConnector opened = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        opened.setHost(settings.listen().getAddress().getHostAddress());
        opened.setPort(settings.listen().getPort());
        opened.setIdleTimeout(IDLE_MILLIS);
        opened.setAcceptQueueSize(BACKLOG);
        server.addConnector(opened);
        server.setHandler(new MinimumDataRateHandler(handler, LEAST_BYTES_A_SECOND, 0));
        server.setStopTimeout(0);
        connector = opened;
        return server;
    }

    private static void listen(Server server) throws IOException {
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the desk's server did not start: " + e.getMessage(), e);
        }
    }

    /** Where it listens. */
    public synchronized URI uri() {
        ServerConnector opened = connector;
        if (opened == null || opened.getLocalPort() <= 0) {
            throw new IllegalStateException("the desk was not started");
        }
        InetAddress address = settings.listen().getAddress();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + opened.getLocalPort());
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
