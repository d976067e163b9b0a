package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.vigie.embedded.EmbeddedElasticsearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertCopyIT {

    private static @Nullable EmbeddedElasticsearch node;
    private static @Nullable ElasticsearchClient client;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        EmbeddedElasticsearch started =
                EmbeddedElasticsearch.at(directory).port(0).start();
        node = started;
        client = ElasticClients.open(ElasticSettings.at(started.uri()));
        new IndexSetup(client(), IndexLayout.ALERTS).install("2026-03");
        client().indices().create(index -> index.index("other").aliases("some-alias", alias -> alias));
    }

    @AfterAll
    static void stop() throws IOException {
        client().close();
        Objects.requireNonNull(node).close();
    }

    private static ElasticsearchClient client() {
        return Objects.requireNonNull(client);
    }

    private static long count(String index) throws IOException {
        return client().count(count -> count.index(index)).count();
    }

    @Test
    void holdsTheNewestRevisionOfEachAlertAndProductionNothingOfIt() throws IOException {
        AlertCopy copy = AlertCopy.create(client(), "march", "a replay");
        copy.add(Samples.alert("a1", 2));
        copy.add(Samples.alert("a2"));
        copy.add(Samples.alert("a1", 1));
        copy.flush();

        assertThat(count("march")).isEqualTo(2);
        assertThat(client().get(get -> get.index("march").id("a1"), AlertDocument.class)
                        .source())
                .satisfies(alert ->
                        assertThat(Objects.requireNonNull(alert).revision()).isEqualTo(2));
        assertThat(count("vigie-alerts")).isZero();
    }

    @Test
    void goesOnWithItsOwnIndexAndMixesNothingIntoAnothers() throws IOException {
        AlertCopy.create(client(), "april", "a replay").add(Samples.alert("lost"));
        AlertCopy again = AlertCopy.resume(client(), "april", "a replay");
        again.add(Samples.alert("a1"));
        again.flush();

        assertThat(count("april")).isEqualTo(1);
        assertThatThrownBy(() -> AlertCopy.resume(client(), "april", "another replay"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not the one");
        assertThatThrownBy(() -> AlertCopy.create(client(), "april", "a replay"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vigie-alerts",
                "vigie-alerts-v1-2026-03",
                "vigie-new",
                "some-alias",
                "other",
                "A",
                "*",
                "_all",
                ""
            })
    void refusesWhatIsNotItsOwn(String index) {
        assertThatThrownBy(() -> AlertCopy.create(client(), index, "a replay"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("index '" + index + "'");
    }
}
