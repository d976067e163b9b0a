package io.vigie.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaConfigTest {

    @Test
    void hasConsumersHeldByTheBrokerWhileNothingIsNewUnlessTheFileSaysOtherwise() {
        assertThat(KafkaConfig.defaults().clientSettings("kafka:9092"))
                .containsOnly(Map.entry("bootstrap.servers", "kafka:9092"), Map.entry("fetch.max.wait.ms", "2000"));
        assertThat(new KafkaConfig("kafka:9092", 9092, "vigie.", Map.of("fetch.max.wait.ms", "100"))
                        .clientSettings("kafka:9092"))
                .containsEntry("fetch.max.wait.ms", "100");
    }

    @Test
    void neverPrintsWhatItsPropertiesSay() {
        KafkaConfig config = new KafkaConfig("embedded", 9092, "vigie.", Map.of("sasl.jaas.config", "hush"));

        assertThat(config.toString()).contains("sasl.jaas.config").doesNotContain("hush");
    }
}
