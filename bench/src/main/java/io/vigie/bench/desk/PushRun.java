package io.vigie.bench.desk;

import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many clients of the event stream, and a search that looks on. The clock of a push starts when the search before the one
 * that first found the alert began: it was not to be found then, so that no push looks quicker than it was.
 */
final class PushRun {

    private static final long BETWEEN_SEARCHES_MILLIS = 20;
    private static final int SETTLING_SECONDS = 5;
    private static final int LONGEST_CONNECT_SECONDS = 60;

    private final URI desk;
    private final AlertReader index;
    private final Map<String, Long> findable = new ConcurrentHashMap<>();
    private final Map<String, Queue<Long>> heard = new ConcurrentHashMap<>();
    private final AtomicInteger greeted = new AtomicInteger();

    /**
     * What came of it.
     *
     * @param pushed from findable to a client, milliseconds
     * @param spread from the first client to each, milliseconds
     * @param missing pushes that did not arrive
     */
    record Outcome(Timings pushed, Timings spread, long missing) {}

    PushRun(URI desk, AlertReader index) {
        this.desk = desk;
        this.index = index;
    }

    Outcome run(AlertPen pen, int clients, int rate, int seconds) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < clients; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(desk.resolve("/api/events")).build();
            var unused = http.sendAsync(request, BodyHandlers.fromLineSubscriber(new Client()));
        }
        for (int i = 0; greeted.get() < clients; i++) {
            if (i > LONGEST_CONNECT_SECONDS * 10) {
                throw new IOException(greeted + " of " + clients + " clients were greeted");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        AtomicBoolean over = new AtomicBoolean();
        Instant since = Instant.now();
        Thread search = new Thread(() -> search(since, over), "search");
        search.start();
        int before = pen.write(1, 1);
        int sent = pen.write(rate, seconds) - before;
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        over.set(true);
        search.join();
        return outcome((long) (sent + before) * clients);
    }

    private Outcome outcome(long expected) {
        List<Long> pushed = new ArrayList<>();
        List<Long> spread = new ArrayList<>();
        heard.forEach((id, times) -> {
            long first = times.stream().mapToLong(Long::longValue).min().orElse(0);
            Long since = findable.get(id);
            times.forEach(time -> spread.add(time - first));
            if (since != null) {
                times.forEach(time -> pushed.add(Math.max(0, time - since)));
            }
        });
        return new Outcome(Timings.ofNanos(pushed), Timings.ofNanos(spread), expected - spread.size());
    }

    private void search(Instant since, AtomicBoolean over) {
        Instant from = since;
        long before = System.nanoTime();
        while (!over.get()) {
            long began = System.nanoTime();
            for (AlertDocument alert : index.ingestedSince(from, 500)) {
                findable.putIfAbsent(alert.alertId(), before);
            }
            before = began;
            Instant overlap = Instant.now().minusSeconds(3);
            from = overlap.isAfter(since) ? overlap : since;
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_SEARCHES_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Takes lines as they come, without a thread of its own. */
    private final class Client implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.equals("event: hello")) {
                greeted.incrementAndGet();
            } else if (line.startsWith("id: ") && !line.contains("-hello-")) {
                String id = line.substring(line.indexOf('-') + 1, line.lastIndexOf('-'));
                heard.computeIfAbsent(id, any -> new ConcurrentLinkedQueue<>()).add(System.nanoTime());
            }
        }

        @Override
        public void onError(Throwable failure) {
            // Its pushes are missed, and counted as missing.
        }

        @Override
        public void onComplete() {
            // As above.
        }
    }
}
