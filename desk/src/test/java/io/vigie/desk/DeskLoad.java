package io.vigie.desk;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import io.vigie.events.Alert;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.ElasticClients;
import io.vigie.sink.elastic.IndexLayout;
import io.vigie.sink.elastic.IndexSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How quick the desk is: {@code DeskLoad streams [CLIENTS] [RATE] [SECONDS]} and {@code DeskLoad list [ALERTS]}. Broker,
 * index, sink, desk and clients share one process and its cores.
 */
final class DeskLoad {

    private static final int BULK = 1_000;
    private static final int QUESTIONS = 1_000;

    private DeskLoad() {}

    public static void main(String[] arguments) throws Exception {
        try (DeskHouse house = DeskHouse.open(Files.createTempDirectory("desk-load"), 0)) {
            if (arguments[0].equals("streams")) {
                streams(house, number(arguments, 1, 200), number(arguments, 2, 20), number(arguments, 3, 30));
            } else {
                list(house, number(arguments, 1, 100_000));
            }
        }
        System.exit(0);
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    /**
     * From the moment that an alert can be found to each client that has it. The moment is that of the desk's own push,
     * which asks the index every 100 ms: an alert is found at most that much later than it could have been.
     */
    private static void streams(DeskHouse house, int clients, int rate, int seconds) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        Map<String, Long> first = new ConcurrentHashMap<>();
        ConcurrentHistogram spread = new ConcurrentHistogram(3);
        ConcurrentHistogram whole = new ConcurrentHistogram(3);
        for (int i = 0; i < clients; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(house.at("/api/events")).build();
            var unused = http.sendAsync(request, BodyHandlers.ofLines())
                    .thenAcceptAsync(
                            answer -> answer.body()
                                    .filter(line -> line.startsWith("id: "))
                                    .forEach(line -> heard(line.substring(4), first, spread, whole)),
                            Executors.newSingleThreadExecutor());
        }
        Thread.sleep(3_000);
        PressDay press = new PressDay(Instant.now(), 3);
        int sent = rate * seconds;
        var timer = Executors.newSingleThreadScheduledExecutor();
        for (int i = 0; i < sent; i++) {
            int number = i;
            var unused = timer.schedule(
                    () -> house.publish(press.alert(100_000 + number, Instant.now())),
                    i * 1_000_000L / rate,
                    TimeUnit.MICROSECONDS);
        }
        timer.shutdown();
        timer.awaitTermination(seconds + 60L, TimeUnit.SECONDS);
        Thread.sleep(5_000);
        System.out.printf(
                Locale.ROOT,
                "%d clients, %d alerts/s, %d s: %d of %d pushes%n",
                clients,
                rate,
                seconds,
                whole.getTotalCount(),
                (long) sent * clients);
        print("push, first client to each client", spread);
        print("written to the index -> client (refresh of 1 s included)", whole);
    }

    private static void heard(String id, Map<String, Long> first, Histogram spread, Histogram whole) {
        long now = System.currentTimeMillis();
        if (id.contains("-hello-")) {
            return;
        }
        Long before = first.putIfAbsent(id, now);
        spread.recordValue(before == null ? 0 : Math.max(0, now - before));
        whole.recordValue(Math.max(0, now - Long.parseLong(id.substring(0, id.indexOf('-')))));
    }

    private static void list(DeskHouse house, int alerts) throws Exception {
        try (ElasticsearchClient client = ElasticClients.open(house.elasticsearch())) {
            long began = System.nanoTime();
            index(client, alerts);
            System.out.printf(
                    Locale.ROOT, "%d alerts indexed in %d s%n", alerts, (System.nanoTime() - began) / 1_000_000_000L);
        }
        HttpClient http = HttpClient.newHttpClient();
        for (String path : List.of(
                "/api/alerts?limit=50",
                "/api/alerts?limit=50&theme=china-concerns&minScore=0.7",
                "/api/alerts?limit=50&country=JP&since=30d",
                "/api/alerts?limit=50&q=fregatter",
                "/api/coverage?since=7d&slot=6h")) {
            Histogram took = new Histogram(3);
            ask(http, house.at(path), QUESTIONS / 5);
            for (int i = 0; i < QUESTIONS; i++) {
                took.recordValue(ask(http, house.at(path), 1));
            }
            print(path, took);
        }
    }

    /** Milliseconds of the last of several questions. */
    private static long ask(HttpClient http, URI address, int times) throws IOException, InterruptedException {
        long took = 0;
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            int status = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                    .statusCode();
            took = (System.nanoTime() - began) / 1_000_000;
            if (status != 200) {
                throw new IOException(address + " answered " + status);
            }
        }
        return took;
    }

    private static void index(ElasticsearchClient client, int alerts) throws IOException {
        new IndexSetup(client, IndexLayout.ALERTS).install("2026-04");
        PressDay press = new PressDay(Instant.now(), 5);
        Instant now = Instant.now();
        List<AlertDocument> bulk = new ArrayList<>(BULK);
        for (int i = 0; i < alerts; i++) {
            bulk.add(document(press.alert(i, now.minus(Duration.ofSeconds(i * 8L)))));
            if (bulk.size() == BULK || i == alerts - 1) {
                BulkRequest.Builder request = new BulkRequest.Builder().index(IndexLayout.ALERTS.index("2026-04"));
                bulk.forEach(each -> request.operations(
                        op -> op.index(index -> index.id(each.alertId()).document(each))));
                client.bulk(request.build());
                bulk.clear();
            }
        }
        client.indices().refresh(refresh -> refresh.index("vigie-alerts"));
    }

    private static AlertDocument document(Alert alert) {
        return new AlertDocument(
                alert.detectedAt(),
                new AlertDocument.Event(alert.detectedAt()),
                alert.alertId(),
                alert.itemId(),
                1,
                alert.status(),
                alert.url(),
                alert.headline(),
                alert.body(),
                alert.byline(),
                alert.language(),
                alert.outlet(),
                alert.datePublished(),
                alert.detectedAt(),
                alert.filedAt(),
                alert.urgency(),
                alert.themes().stream()
                        .map(theme -> new AlertDocument.ThemeScore(theme.theme(), theme.score()))
                        .toList(),
                alert.themes().stream()
                        .flatMap(theme -> theme.evidence().stream()
                                .map(e -> new AlertDocument.ThemeEvidence(
                                        theme.theme(), e.rule(), e.field(), e.quote(), e.start(), e.end(), e.marks())))
                        .toList(),
                null,
                alert.storyId(),
                alert.ruleset(),
                alert.provenance(),
                alert.latencyMs(),
                List.of());
    }

    private static void print(String what, Histogram took) {
        System.out.printf(
                Locale.ROOT,
                "%-60s p50 %d ms, p99 %d ms, max %d ms%n",
                what,
                took.getValueAtPercentile(50),
                took.getValueAtPercentile(99),
                took.getMaxValue());
    }
}
