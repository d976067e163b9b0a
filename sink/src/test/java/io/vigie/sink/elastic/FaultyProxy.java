package io.vigie.sink.elastic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Relay relay = new Relay();
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
        HttpResponse<byte[]> response;
        try {
            response = relay.pass(exchange, body, target);
        } catch (ConnectException e) {
            return;
        }
        if (answer) {
            Relay.answer(exchange, response);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        Relay.answer(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
