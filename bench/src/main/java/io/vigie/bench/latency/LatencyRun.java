package io.vigie.bench.latency;

import io.vigie.bench.press.PressSite;
import io.vigie.bench.press.Release;
import io.vigie.bench.press.ReleaseWriter;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertFilter;
import io.vigie.sink.elastic.AlertHit;
import io.vigie.sink.elastic.AlertQuery;
import io.vigie.sink.elastic.AlertReader;
import io.vigie.sink.elastic.AlertStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Publishes at an even rate and watches the index for what becomes of it. */
final class LatencyRun {

    private static final long BETWEEN_SEARCHES_MILLIS = 200;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final List<PressSite> sites;
    private final ReleaseWriter writer;
    private final AlertReader index;
    private final Map<String, Instant> published = new HashMap<>();
    private final Set<String> found = new HashSet<>();
    private int next;

    LatencyRun(List<PressSite> sites, ReleaseWriter writer, AlertReader index) {
        this.sites = sites;
        this.writer = writer;
        this.index = index;
    }

    /**
     * One rate for a while, and then until what was published has been found or a minute has passed.
     *
     * @param rate releases a second over all sites
     * @return one sample for each alert, in the order in which they were found
     */
    List<Sample> at(double rate, Duration during) throws InterruptedException {
        List<Sample> samples = new ArrayList<>();
        long begin = System.nanoTime();
        int count = (int) (rate * during.toMillis() / 1000);
        int done = 0;
        long lastSearch = 0;
        Instant lastFound = Instant.now();
        while (done < count || Duration.between(lastFound, Instant.now()).compareTo(quiet(during)) < 0) {
            long passed = (System.nanoTime() - begin) / 1_000_000;
            for (int due = (int) Math.min(count, passed * rate / 1000); done < due; done++) {
                publish();
            }
            if (passed - lastSearch >= BETWEEN_SEARCHES_MILLIS) {
                lastSearch = passed;
                if (search(samples) || done < count) {
                    lastFound = Instant.now();
                }
            }
            Thread.sleep(2);
        }
        return samples;
    }

    /** After the last release: how long without a new alert until the run is over. */
    private static Duration quiet(Duration during) {
        Duration eight = Duration.ofSeconds(8);
        return during.compareTo(LONGEST_WAIT) > 0 ? eight.multipliedBy(2) : eight;
    }

    private void publish() {
        Release release = writer.item(next++);
        PressSite site = sites.get(release.source());
        site.publish(release);
        published.put(release.address(site.base()).toString(), Instant.now());
    }

    private boolean search(List<Sample> samples) {
        boolean any = false;
        for (AlertHit hit : newest()) {
            AlertDocument alert = hit.alert();
            String address = alert.url().toString();
            Instant since = published.get(address);
            if (since != null && found.add(address)) {
                samples.add(Sample.of(alert, since, Instant.now()));
                any = true;
            }
        }
        return any;
    }

    private List<AlertHit> newest() {
        try {
            return index.find(AlertQuery.first(AlertFilter.ALL, AlertQuery.LARGEST_PAGE))
                    .hits();
        } catch (AlertStoreException e) {
            return List.of(); // the index is being made
        }
    }
}
