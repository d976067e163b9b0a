package io.vigie.sink.elastic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Stands in front of a real Elasticsearch and misbehaves on its {@code _bulk} requests as it is told to. */
final class FaultyProxy implements AutoCloseable {

    /** What happens to one bulk. */
    enum Fault {
        NONE,
        /** 429 as Elasticsearch says it. */
        TOO_MANY,
        /** 503 as a gateway says it, in HTML. */
        GATEWAY,
        /** The connection ends before the request is passed on. */
        DROP_BEFORE,
        /** The request is passed on and done, and the connection ends without an answer. */
        DROP_AFTER,
        /** The request is passed on and done, and no answer ever comes. */
        SILENT
    }

    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "host", "expect", "upgrade", "transfer-encoding");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger bulks = new AtomicInteger();
    private volatile Supplier<Fault> faults = () -> Fault.NONE;
    private volatile URI target;

    FaultyProxy(URI target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void target(URI next) {
        target = next;
    }

    /** Asked once for each bulk. */
    void faults(Supplier<Fault> next) {
        faults = next;
    }

    int bulks() {
        return bulks.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean bulk = exchange.getRequestURI().getPath().endsWith("_bulk");
        if (bulk) {
            bulks.incrementAndGet();
        }
        Fault fault = bulk ? faults.get() : Fault.NONE;
        try (exchange) {
            switch (fault) {
                case NONE -> passOn(exchange, body, true);
                case TOO_MANY ->
                    answer(
                            exchange,
                            429,
                            "application/json",
                            "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"queue is full\","
                                    + "\"root_cause\":[]},\"status\":429}");
                case GATEWAY -> answer(exchange, 503, "text/html", "<html>Service Unavailable</html>");
                case DROP_BEFORE -> {}
                case DROP_AFTER -> passOn(exchange, body, false);
                case SILENT -> {
                    passOn(exchange, body, false);
                    closing.await();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void passOn(HttpExchange exchange, byte[] body, boolean answer) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            return;
        }
        if (answer) {
            response.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean empty = response.body().length == 0;
            exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : response.body().length);
            if (!empty) {
                exchange.getResponseBody().write(response.body());
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
