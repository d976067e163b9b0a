package io.vigie.bench.storm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * Who is told of alerts: a webhook that says <em>not now</em> to one message in ten and breaks off without an answer, after
 * it has taken the message, in one of thirty.
 */
final class Receiver implements AutoCloseable {

    private static final int OUT_OF = 30;
    private static final int BUSY = 3;

    private final HttpServer server;
    private final Random random;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    /** Opens a port. */
    Receiver(long seed, ExecutorService threads) throws IOException {
        this.random = new Random(seed);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** Section {@code deliver} of {@code vigie.yaml}. */
    String channel() {
        return """
                deliver:
                  channels:
                    - {id: storm, kind: webhook, url: "http://127.0.0.1:%d/", secret: not-much-of-one, rate: 20/s}
                """.formatted(server.getAddress().getPort());
    }

    /** How many messages were taken, each once. */
    int messages() {
        return taken.size();
    }

    /** Ids of messages that were taken more often than the one repeat that a lost answer allows. */
    List<String> flooded() {
        return taken.entrySet().stream()
                .filter(message -> message.getValue() > 2)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            int luck = roll();
            if (luck < BUSY) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.sendResponseHeaders(429, -1);
                return;
            }
            taken.merge(String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")), 1, Integer::sum);
            if (luck > BUSY) {
                exchange.sendResponseHeaders(204, -1);
            } // else the connection closes without an answer
        }
    }

    private synchronized int roll() {
        return random.nextInt(OUT_OF);
    }
}
