package io.vigie.bench.press;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One site of the press, on a port of its own: a feed that lists everything published so far, and a page for each. A
 * trying one is slow, or busy (503), or wants to be left alone (429), or breaks off in the middle of an answer, at
 * random, one request in {@value #ONE_IN}.
 */
public final class PressSite implements AutoCloseable {

    private static final int ONE_IN = 6;
    private static final Duration SLOWNESS = Duration.ofSeconds(2);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(3);
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private enum Mood {
        SLOW,
        BUSY,
        LIMITING,
        BREAKING
    }

    private final int index;
    private final boolean trying;
    private final HttpServer server;
    private final Map<String, Release> pages = new ConcurrentHashMap<>();
    private final Map<Integer, Release> published = new ConcurrentSkipListMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final Random random;

    /**
     * Opens the port.
     *
     * @param index of the site, from 0
     * @param trying whether it misbehaves
     * @param threads shared by all sites
     */
    public PressSite(int index, boolean trying, long seed, ExecutorService threads) throws IOException {
        this.index = index;
        this.trying = trying;
        this.random = new Random(seed + index);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Ends in a slash. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Of the source. */
    public String id() {
        return "site-%02d".formatted(index);
    }

    /** Puts it on the feed and answers its page from now on. */
    public void publish(Release item) {
        pages.put(item.path(), item);
        published.put(item.number(), item);
    }

    /** How often a page of an item was answered with its text. */
    public int reads() {
        return reads.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<Mood> mood = path.equals("/robots.txt") ? Optional.empty() : mood();
            if (mood.isPresent() && vent(mood.get(), exchange)) {
                return;
            }
            Release item = pages.get(path);
            if (item != null) {
                send(exchange, 200, "text/html; charset=utf-8", page(item));
                reads.incrementAndGet();
            } else if (path.equals("/feed.xml")) {
                send(exchange, 200, "application/rss+xml; charset=utf-8", feed());
            } else {
                send(exchange, 404, "text/plain", "not found\n");
            }
        }
    }

    private synchronized Optional<Mood> mood() {
        boolean bad = trying && random.nextInt(ONE_IN) == 0;
        return bad ? Optional.of(Mood.values()[random.nextInt(Mood.values().length)]) : Optional.empty();
    }

    /** Returns whether that was the whole answer. */
    private static boolean vent(Mood mood, HttpExchange exchange) throws IOException {
        switch (mood) {
            case SLOW -> {
                try {
                    Thread.sleep(SLOWNESS.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return false;
            }
            case BUSY -> send(exchange, 503, "text/plain", "busy\n");
            case LIMITING -> {
                exchange.getResponseHeaders().set("Retry-After", Long.toString(LEFT_ALONE.toSeconds()));
                send(exchange, 429, "text/plain", "later\n");
            }
            case BREAKING -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, 100_000); // and then says much less
                exchange.getResponseBody().write("<!doctype html><title>Half".getBytes(UTF_8));
            }
        }
        return true;
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private String feed() {
        StringBuilder feed = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>")
                .append(id())
                .append("</title><link>")
                .append(base())
                .append("</link><description>All releases</description>\n");
        List<Release> newestLast = List.copyOf(published.values());
        for (int i = newestLast.size() - 1; i >= 0; i--) {
            Release item = newestLast.get(i);
            feed.append("<item><title>")
                    .append(item.headline())
                    .append("</title><link>")
                    .append(item.address(base()))
                    .append("</link><pubDate>")
                    .append(RFC_822.format(item.dateline()))
                    .append("</pubDate></item>\n");
        }
        return feed.append("</channel></rss>\n").toString();
    }

    private String page(Release item) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"")
                .append(item.language())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(item.headline())
                .append("</title><meta property=\"article:published_time\" content=\"")
                .append(item.dateline())
                .append("\"></head><body><nav><a href=\"/\">Home</a></nav><main><article><h1>")
                .append(item.headline())
                .append("</h1>");
        item.paragraphs().forEach(text -> page.append("<p>").append(text).append("</p>"));
        return page.append("</article></main><footer>")
                .append(id())
                .append("</footer></body></html>")
                .toString();
    }
}
