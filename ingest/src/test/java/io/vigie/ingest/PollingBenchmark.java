package io.vigie.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vigie.events.SourceDefinition;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.events.Topics;
import io.vigie.ingest.publish.SourcePublisher;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ten thousand sources, each on a host of its own, polled by one instance in a process of its own with a bounded heap:
 * {@code PollingBenchmark SOURCES ITEMS EVERY_SECONDS ROUNDS HEAP_MB}. Prints, for each round, how many feeds and pages were
 * served and what processor time and memory the instance took.
 *
 * <p>Every source is a feed of so many items on its own loopback address (127.x.y.z, so that each is a host with a robots.txt
 * and a turn of its own); in each round one source in twenty publishes a new item.
 */
public final class PollingBenchmark {

    private static final int NEWS_EVERY = 20;
    private static final String PAGE =
            "<html lang=\"en\"><head><title>%s</title></head><body><nav>" + "<a href=\"/x\">Section</a> ".repeat(60)
                    + "</nav><article><h1>%s</h1>"
                    + ("<p>The ministers met on Monday to prepare the summit, which will be held in the autumn, and"
                                    + " agreed to meet again before the summer.</p>")
                            .repeat(20)
                    + "</article><footer>" + "<p>Footer text</p>".repeat(40) + "</footer></body></html>";

    private final AtomicLong feeds = new AtomicLong();
    private final AtomicLong pages = new AtomicLong();
    private final int initialItems;
    private volatile int round;

    private PollingBenchmark(int initialItems) {
        this.initialItems = initialItems;
    }

    public static void main(String[] arguments) throws Exception {
        int sources = Integer.parseInt(arguments[0]);
        Duration every = Duration.ofSeconds(Long.parseLong(arguments[2]));
        new PollingBenchmark(Integer.parseInt(arguments[1]))
                .run(sources, every, Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
    }

    private void run(int sources, Duration every, int rounds, int heap) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(0), 1_024);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/", this::answer);
        server.start();
        Topics topics = new Topics("bench.");
        try (TestKafka kafka = new TestKafka()) {
            new Ledger(kafka.clients(), topics).makeTopics();
            new SourcePublisher(kafka.clients(), topics)
                    .publish(sources(sources, server.getAddress().getPort(), every));
            Process instance = instance(kafka, topics, heap);
            try {
                report(instance, sources, every, rounds);
            } finally {
                instance.destroyForcibly();
            }
        } finally {
            server.stop(0);
        }
        System.exit(0);
    }

    private void report(Process instance, int sources, Duration every, int rounds)
            throws InterruptedException, IOException {
        long begin = System.nanoTime();
        long wanted = (long) sources * initialItems;
        while (pages.get() < wanted && instance.isAlive()) {
            TimeUnit.SECONDS.sleep(1);
        }
        System.out.printf(
                Locale.ROOT, "first reading: %d feeds, %d pages in %d s%n", feeds.get(), pages.get(), seconds(begin));
        for (int i = 1; i <= rounds; i++) {
            round = i;
            long feedsBefore = feeds.get();
            long pagesBefore = pages.get();
            Duration cpuBefore = cpu(instance);
            long start = System.nanoTime();
            TimeUnit.SECONDS.sleep(every.toSeconds());
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %d feeds and %d pages in %d s, %.0f %% of one processor, %d MB resident%n",
                    i,
                    feeds.get() - feedsBefore,
                    pages.get() - pagesBefore,
                    seconds(start),
                    100.0 * cpu(instance).minus(cpuBefore).toMillis() / (1000.0 * seconds(start)),
                    resident(instance));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String host = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Host"));
        byte[] body;
        String type = "text/html; charset=utf-8";
        if (path.equals("/robots.txt")) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        String etag = "\"" + (path.equals("/feed") ? items(host) : 0) + "\"";
        (path.equals("/feed") ? feeds : pages).incrementAndGet();
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
            return;
        }
        if (path.equals("/feed")) {
            type = "application/rss+xml";
            body = feed(host).getBytes(UTF_8);
        } else {
            String title = "Statement " + path.substring(1) + " of " + host;
            body = PAGE.formatted(title, title).getBytes(UTF_8);
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("ETag", etag);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int items(String host) {
        return initialItems + (Math.floorMod(host.hashCode(), NEWS_EVERY) == 0 ? round : 0);
    }

    private String feed(String host) {
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>")
                .append(host)
                .append("</title>");
        for (int i = items(host) - 1; i >= 0; i--) {
            feed.append("<item><title>Statement ")
                    .append(i)
                    .append("</title><link>/")
                    .append(i)
                    .append("</link></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    private static List<SourceDefinition> sources(int count, int port, Duration every) {
        List<SourceDefinition> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            URI feed = URI.create("http://127.1." + i / 250 + "." + (1 + i % 250) + ":" + port + "/feed");
            sources.add(new SourceDefinition(
                    "s" + i,
                    "Source " + i,
                    feed,
                    Kind.FEED,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    every,
                    true,
                    true,
                    null));
        }
        return sources;
    }

    private static Process instance(TestKafka kafka, Topics topics, int heap) throws IOException {
        Map<String, Object> clients = kafka.clients();
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx" + heap + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableIngest.class.getName(),
                        String.valueOf(clients.get("bootstrap.servers")),
                        topics.prefix())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Duration cpu(Process instance) {
        return instance.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long resident(Process instance) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(instance.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }

    private static long seconds(long since) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since));
    }
}
