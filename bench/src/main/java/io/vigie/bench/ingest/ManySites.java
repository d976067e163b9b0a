package io.vigie.bench.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Many sites of which each has a host of its own, an address of 127.0.0.0/8, so that a rule for each host holds for each
 * site: a feed of one item with an entity tag, the item's page, and no robots.txt. It notes when each feed is asked for.
 */
final class ManySites implements AutoCloseable {

    private static final int HOSTS_A_NET = 250;
    private static final String TAG = "\"1\"";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "sites");
        thread.setDaemon(true);
        return thread;
    });
    private final int count;
    private final AtomicIntegerArray looks;
    private final AtomicLongArray lastLook;
    private final AtomicLongArray longestPause;

    /**
     * Opens one port on all addresses of loopback.
     *
     * @param count 1 to 60,000
     */
    ManySites(int count) throws IOException {
        this.count = count;
        this.looks = new AtomicIntegerArray(count);
        this.lastLook = new AtomicLongArray(count);
        this.longestPause = new AtomicLongArray(count);
        this.server = HttpServer.create(new InetSocketAddress(0), 1_024);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Of a site; ends in a slash. */
    URI base(int site) {
        return URI.create("http://127.1.%d.%d:%d/"
                .formatted(
                        site / HOSTS_A_NET,
                        1 + site % HOSTS_A_NET,
                        server.getAddress().getPort()));
    }

    /** The sources as {@code sources.yaml}. */
    String sources(Duration every) {
        StringBuilder yaml = new StringBuilder("sources:\n");
        for (int i = 0; i < count; i++) {
            yaml.append(
                    "  - {id: site-%d, name: Site %d, url: \"%sfeed.xml\", kind: feed, every: %ds, allowPrivate: true}%n"
                            .formatted(i, i, base(i), every.toSeconds()));
        }
        return yaml.toString();
    }

    /** How many sites have been looked at so often or more. */
    long lookedAt(int times) {
        return sites().filter(site -> looks.get(site) >= times).count();
    }

    /** Forgets how long pauses were so far. */
    void forgetPauses() {
        sites().forEach(site -> longestPause.set(site, 0));
    }

    /** How many sites were, or have now been, left alone for longer than this since {@link #forgetPauses}. */
    long pausedLongerThan(Duration pause) {
        long now = System.nanoTime();
        return sites().filter(site -> Math.max(longestPause.get(site), now - lastLook.get(site)) > pause.toNanos())
                .count();
    }

    private java.util.stream.IntStream sites() {
        return java.util.stream.IntStream.range(0, count);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] address = exchange.getLocalAddress().getAddress().getAddress();
            if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
                send(exchange, 403, "text/plain", "");
                return;
            }
            int site = (address[2] & 0xff) * HOSTS_A_NET + (address[3] & 0xff) - 1;
            switch (exchange.getRequestURI().getPath()) {
                case "/feed.xml" -> feed(exchange, site);
                case "/item" -> send(exchange, 200, "text/html; charset=utf-8", page(site));
                default -> send(exchange, 404, "text/plain", "not found\n");
            }
        }
    }

    private void feed(HttpExchange exchange, int site) throws IOException {
        long now = System.nanoTime();
        long before = lastLook.getAndSet(site, now);
        if (looks.getAndIncrement(site) > 0) {
            longestPause.accumulateAndGet(site, now - before, Math::max);
        }
        exchange.getResponseHeaders().set("ETag", TAG);
        if (TAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            send(exchange, 200, "application/rss+xml; charset=utf-8", """
                    <?xml version="1.0" encoding="utf-8"?>
                    <rss version="2.0"><channel><title>Site %d</title><link>%s</link><description>News</description>
                    <item><title>Release of site %d</title><link>%sitem</link></item></channel></rss>
                    """.formatted(
                            site, base(site), site, base(site)));
        }
    }

    private static String page(int site) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Release of site %1$d</title></head>
                <body><main><article><h1>Release of site %1$d</h1>
                <p>The town library of district %1$d opened its new reading room on Tuesday, and its readers brought cake.</p>
                <p>The room has %2$d seats, a long table of oak, and a window over the river that runs past the old mill.</p>
                </article></main></body></html>
                """.formatted(site, 20 + site % 70);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
