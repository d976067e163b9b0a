package io.vigie.sink.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vigie.sink.Authority;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A webhook that behaves as it is told to, and remembers what it was sent. */
final class Hook implements AutoCloseable {

    /** How it answers a request that it has read. */
    interface Behaviour {
        void answer(HttpExchange exchange, int request) throws IOException;
    }

    /**
     * What it was sent.
     *
     * @param atNanos when it had read it
     */
    record Request(String path, Headers headers, String body, long atNanos) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final String scheme;
    private volatile Behaviour behaviour;

    Hook(Behaviour behaviour) throws IOException {
        this(behaviour, 0);
    }

    Hook(Behaviour behaviour, int port) throws IOException {
        this.behaviour = behaviour;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        scheme = "http";
        start();
    }

    /** One with a certificate of that authority. */
    Hook(Behaviour behaviour, Authority authority) throws IOException {
        this.behaviour = behaviour;
        HttpsServer secured = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        secured.setHttpsConfigurator(new HttpsConfigurator(authority.server()));
        server = secured;
        scheme = "https";
        start();
    }

    private void start() {
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        int number;
        synchronized (requests) {
            requests.add(new Request(
                    exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body, System.nanoTime()));
            number = requests.size();
        }
        behaviour.answer(exchange, number);
    }

    void behave(Behaviour other) {
        behaviour = other;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return scheme + "://127.0.0.1:" + port() + "/services/T0001/s3cr3tpath";
    }

    List<Request> requests() {
        return requests;
    }

    static Behaviour status(int status, String... headers) {
        return (exchange, request) -> answer(exchange, status, "", headers);
    }

    static void answer(HttpExchange exchange, int status, String body, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** Takes the message and never answers. */
    Behaviour silence() {
        return (exchange, request) -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Takes the message and ends the connection. */
    static Behaviour hangUp() {
        return (exchange, request) -> {
            throw new IOException("hangs up, as it was told to");
        };
    }

    /** A body without end. */
    static Behaviour endless(int status) {
        return (exchange, request) -> {
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write("no end ".repeat(1_000).getBytes(UTF_8));
                }
            }
        };
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
