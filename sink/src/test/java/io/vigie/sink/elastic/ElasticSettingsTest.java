package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ElasticSettingsTest {

    private static final ElasticSettings PLAIN = ElasticSettings.at(URI.create("https://elastic.example:9200"));

    @Test
    void neverPrintsASecret() {
        assertThat(PLAIN.withApiKey("c2VjcmV0").toString())
                .contains("apiKey=***")
                .doesNotContain("c2VjcmV0");
        assertThat(PLAIN.withBasic("vigie", "secret").toString())
                .contains("user=vigie", "password=***")
                .doesNotContain("secret");
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> ElasticSettings.at(URI.create("ftp://elastic.example")))
                .hasMessageContaining("elasticsearch.url");
        assertThatThrownBy(() -> ElasticSettings.at(URI.create("https://user:secret@elastic.example")))
                .hasMessageContaining("elasticsearch.url")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new ElasticSettings(PLAIN.url(), "key", "user", "word", null, PLAIN.timeout()))
                .hasMessageContaining("exclude each other");
        assertThatThrownBy(() -> new ElasticSettings(PLAIN.url(), null, "user", null, null, PLAIN.timeout()))
                .hasMessageContaining("go together");
        assertThatThrownBy(() ->
                        ElasticSettings.at(URI.create("http://127.0.0.1:9200")).withCa(Path.of("ca.pem")))
                .hasMessageContaining("elasticsearch.ca");
        assertThatThrownBy(() -> PLAIN.withTimeout(Duration.ZERO)).hasMessageContaining("elasticsearch.timeout");
    }
}
