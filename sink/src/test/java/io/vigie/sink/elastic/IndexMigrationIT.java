package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import io.vigie.embedded.EmbeddedElasticsearch;
import io.vigie.events.Alert;
import io.vigie.sink.elastic.IndexMigration.Moved;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexMigrationIT {

    private static final String OLD = "vigie-alerts-v0-2026-03";
    private static final int ALERTS = 600;

    /** The sink of the new program wrote already what the old index has in an older revision. */
    @Test
    void movesEveryDocumentBehindTheAliasAndKeepsWhatIsNewer(@TempDir Path directory) throws IOException {
        try (EmbeddedElasticsearch node =
                        EmbeddedElasticsearch.at(directory).port(0).start();
                ElasticsearchClient client = ElasticClients.open(ElasticSettings.at(node.uri()))) {
            client.indices()
                    .create(create -> create.index(OLD)
                            .aliases("vigie-alerts", alias -> alias)
                            .mappings(mapping -> mapping.properties("headline", text -> text.keyword(k -> k))));
            BulkRequest.Builder bulk = new BulkRequest.Builder();
            for (Alert alert : alerts()) {
                bulk.operations(op -> op.index(index -> index.index(OLD)
                        .id(alert.alertId())
                        .version((long) alert.revision())
                        .versionType(VersionType.External)
                        .document(AlertDocument.of(alert, Instant.EPOCH))));
            }
            assertThat(client.bulk(bulk.build()).errors()).isFalse();
            client.indices().refresh(refresh -> refresh.index(OLD));
            new IndexSetup(client, IndexLayout.ALERTS).install("2026-04");
            AlertIndexer sink = new AlertIndexer(client, Clock.systemUTC());
            assertThat(sink.write(List.of(Samples.alert("a7", 2)))).containsExactly(Verdict.STORED);
            IndexMigration migration = new IndexMigration(client);

            assertThat(migration.migrate(IndexLayout.ALERTS))
                    .containsExactly(new Moved(OLD, "vigie-alerts-v1-2026-03", ALERTS));

            assertThat(client.indices().exists(exists -> exists.index(OLD)).value())
                    .isFalse();
            assertThat(client.count(count -> count.index("vigie-alerts")).count())
                    .isEqualTo(ALERTS);
            assertThat(client.get(get -> get.index("vigie-alerts-v1-2026-03").id("a7"), StoredHead.class)
                            .source())
                    .satisfies(head -> assertThat(head.revision()).isEqualTo(2));
            assertThat(migration.migrate(IndexLayout.ALERTS)).isEmpty();
            assertThat(sink.write(List.of(Samples.alert("a8", 1)))).containsExactly(Verdict.STALE);
            assertThat(sink.write(List.of(Samples.alert("a8", 2)))).containsExactly(Verdict.STORED);
        }
    }

    private static List<Alert> alerts() {
        return IntStream.range(0, ALERTS).mapToObj(i -> Samples.alert("a" + i)).toList();
    }
}
