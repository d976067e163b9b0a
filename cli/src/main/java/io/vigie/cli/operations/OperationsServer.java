package io.vigie.cli.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vigie.events.Readiness;
import io.vigie.events.yaml.ConfigurationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves {@code /livez}, {@code /readyz} and {@code /metrics}. Answers GET and HEAD only, nothing that was sent is read. */
public final class OperationsServer implements AutoCloseable {

    private static final int THREADS = 2;
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final InetSocketAddress listen;
    private final Supplier<Readiness> readiness;
    private final PrometheusMeterRegistry meters;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    private record Answer(int status, String type, String body) {}

    /**
     * Does no I/O.
     *
     * @param listen port 0 for a free one
     * @param readiness asked at each {@code /readyz}; must answer quickly
     * @param meters printed at each {@code /metrics}
     */
    public OperationsServer(InetSocketAddress listen, Supplier<Readiness> readiness, PrometheusMeterRegistry meters) {
        this.listen = listen;
        this.readiness = readiness;
        this.meters = meters;
    }

    /**
     * Opens the port.
     *
     * @throws ConfigurationException when it is taken
     */
    public void start() {
        HttpServer opened;
        try {
            opened = HttpServer.create(listen, 0);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "port " + listen.getPort() + " on " + listen.getHostString()
                            + " is taken; stop the other program or set metrics.listen in vigie.yaml",
                    e);
        }
        ExecutorService pool = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "vigie-operations");
            thread.setDaemon(true);
            return thread;
        });
        opened.setExecutor(pool);
        opened.createContext("/", exchange -> answer(exchange, new Answer(404, PLAIN, "not found\n")));
        opened.createContext("/livez", exchange -> answer(exchange, new Answer(200, PLAIN, "alive\n")));
        opened.createContext("/readyz", exchange -> answer(exchange, ready(readiness.get())));
        opened.createContext("/metrics", exchange -> answer(exchange, new Answer(200, PROMETHEUS, meters.scrape())));
        opened.start();
        server = opened;
        threads = pool;
    }

    /** Where it listens. */
    public URI uri() {
        if (server == null) {
            throw new IllegalStateException("the operations server was not started");
        }
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private static Answer ready(Readiness readiness) {
        return readiness instanceof Readiness.NotReady not
                ? new Answer(503, PLAIN, not.why() + "\n")
                : new Answer(200, PLAIN, "ready\n" + String.join("", warnings(readiness)));
    }

    private static List<String> warnings(Readiness readiness) {
        return readiness instanceof Readiness.Ready ready
                ? ready.warnings().stream().map(line -> line + "\n").toList()
                : List.of();
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            boolean head = method.equals("HEAD");
            if (!head && !method.equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
