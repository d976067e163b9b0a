package io.vigie.bench.growth;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.segments.Segment;
import io.vigie.bench.fleet.LocalKafka;
import io.vigie.bench.press.AlertWriter;
import io.vigie.bench.press.Reports;
import io.vigie.bench.sink.SinkRun;
import io.vigie.events.Alert;
import io.vigie.events.Topics;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.ThemeRules;
import io.vigie.sink.elastic.AlertFilter;
import io.vigie.sink.elastic.AlertQuery;
import io.vigie.sink.elastic.ElasticAlertReader;
import io.vigie.sink.elastic.ElasticClients;
import io.vigie.sink.elastic.ElasticSettings;
import io.vigie.sink.elastic.IndexLayout;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** An index that grows: alerts of one month, which share one index. */
final class IndexGrowth implements AutoCloseable {

    private static final String ALERTS = IndexLayout.ALERTS.alias();
    private static final int SEARCHES = 50;
    private static final int COLD_SEARCHES = 20;
    private static final int PAGE = 50;

    private final Classifier classifier;
    private final Iterator<Alert> alerts;
    private final SinkRun sink;
    private final Topics topics;
    private final ElasticsearchClient client;
    private int size;

    private IndexGrowth(Classifier classifier, Reports press, SinkRun sink, Topics topics, ElasticsearchClient client) {
        this.classifier = classifier;
        this.alerts = AlertWriter.alerts(press, classifier, Instant.now()).iterator();
        this.sink = sink;
        this.topics = topics;
        this.client = client;
    }

    static IndexGrowth on(LocalKafka kafka, ElasticSettings elastic, Reports press)
            throws IOException, InterruptedException {
        return new IndexGrowth(
                Classifier.of(ThemeRules.shipped()),
                press,
                new SinkRun(elastic, kafka),
                kafka.topics("index."),
                ElasticClients.open(elastic));
    }

    /** Publishes the alerts that are missing, and gives how many a second the sink indexed. */
    double growTo(int most) throws InterruptedException {
        int missing = most - size;
        sink.publish(topics, () -> alerts, missing);
        size = most;
        return sink.drain(topics, missing);
    }

    /** Of the index's segments; the size that its statistics give is up to ten seconds old. */
    double bytes() throws IOException {
        client.indices().flush(request -> request.index(ALERTS));
        return client.indices().segments(request -> request.index(ALERTS)).indices().values().stream()
                .flatMap(index -> index.shards().values().stream())
                .flatMap(List::stream)
                .flatMap(shard -> shard.segments().values().stream())
                .mapToDouble(Segment::sizeInBytes)
                .sum();
    }

    /** How long each of some searches for the newest alerts took, in milliseconds. */
    List<Double> searches() throws IOException {
        client.indices().refresh(request -> request.index(ALERTS));
        ElasticAlertReader reader = new ElasticAlertReader(client);
        List<Double> took = new ArrayList<>();
        for (int i = -COLD_SEARCHES; i < SEARCHES; i++) {
            long begin = System.nanoTime();
            int found =
                    reader.find(AlertQuery.first(AlertFilter.ALL, PAGE)).hits().size();
            if (i >= 0 && found > 0) {
                took.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return took;
    }

    @Override
    public void close() throws IOException {
        client.close();
        classifier.close();
    }
}
