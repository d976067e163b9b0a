package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.vigie.events.Alert;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Alerts in a store, whichever Elasticsearch stands behind it. A provider names an address; each test uses ids of its own,
 * so that one node serves them all.
 */
abstract class AlertStoreTesting {

    static final Clock NOW = Clock.fixed(Samples.DETECTED.plusSeconds(60), ZoneOffset.UTC);

    ElasticsearchClient client;
    AlertIndexer indexer;
    AlertReader reader;
    String prefix;

    /** Where Elasticsearch is. */
    abstract URI elasticsearch();

    @BeforeEach
    void open() throws IOException {
        client = ElasticClients.open(ElasticSettings.at(elasticsearch()));
        new IndexSetup(client, IndexLayout.ALERTS).install("2026-04");
        indexer = new AlertIndexer(client, NOW);
        reader = new ElasticAlertReader(client);
        prefix = UUID.randomUUID() + "-";
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    Alert sample(String name, int revision) {
        return Samples.alert(prefix + name, revision);
    }

    AlertDocument stored(Alert alert) throws IOException {
        refresh();
        return reader.byId(alert.alertId()).orElseThrow();
    }

    void refresh() throws IOException {
        client.indices().refresh(refresh -> refresh.index("vigie-alerts"));
    }

    long copies(Alert alert) throws IOException {
        refresh();
        return client.count(count -> count.index("vigie-alerts*")
                        .query(q -> q.term(t -> t.field("alertId").value(alert.alertId()))))
                .count();
    }
}
