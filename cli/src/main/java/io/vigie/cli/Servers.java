package io.vigie.cli;

import io.vigie.cli.config.ElasticsearchConfig;
import io.vigie.cli.config.KafkaConfig;
import io.vigie.cli.config.VigieConfig;
import io.vigie.embedded.EmbeddedElasticsearch;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.embedded.EmbeddedServers;
import io.vigie.sink.elastic.ElasticSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The Kafka and the Elasticsearch of this run: embedded ones that this process started, or those of the configuration. */
final class Servers implements AutoCloseable {

    private final Map<String, String> kafka;
    private final ElasticSettings elasticsearch;
    private final AutoCloseable embedded;

    private Servers(Map<String, String> kafka, ElasticSettings elasticsearch, AutoCloseable embedded) {
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
        this.embedded = embedded;
    }

    /**
     * Starts what is to be embedded; the rest is only addressed.
     *
     * @param data gets a folder for each embedded server
     * @throws io.vigie.embedded.StartException when a port or the folder cannot be had
     */
    static Servers open(VigieConfig config, Path data) {
        KafkaConfig kafka = config.kafka();
        ElasticsearchConfig elasticsearch = config.elasticsearch();
        if (kafka.isEmbedded() && elasticsearch.isEmbedded()) {
            EmbeddedServers both = EmbeddedServers.start(data, kafka.port(), elasticsearch.port());
            return new Servers(
                    kafka.clientSettings(both.bootstrapServers()), ElasticSettings.at(both.elasticsearchUri()), both);
        }
        if (kafka.isEmbedded()) {
            EmbeddedKafka broker =
                    EmbeddedKafka.at(data.resolve("kafka")).port(kafka.port()).start();
            return new Servers(kafka.clientSettings(broker.bootstrapServers()), address(elasticsearch), broker);
        }
        if (elasticsearch.isEmbedded()) {
            EmbeddedElasticsearch node = EmbeddedElasticsearch.at(data.resolve("elasticsearch"))
                    .port(elasticsearch.port())
                    .start();
            return new Servers(kafka.clientSettings(kafka.bootstrap()), ElasticSettings.at(node.uri()), node);
        }
        return remote(config);
    }

    /**
     * Addresses only, for a service that runs beside others: nothing is started. An embedded server of another process
     * is looked for at its configured port on loopback.
     */
    static Servers remote(VigieConfig config) {
        KafkaConfig kafka = config.kafka();
        String bootstrap = kafka.isEmbedded() ? "127.0.0.1:" + kafka.port() : kafka.bootstrap();
        return at(kafka.clientSettings(bootstrap), address(config.elasticsearch()));
    }

    /** Servers that somebody else started and will stop. */
    static Servers at(Map<String, String> kafka, ElasticSettings elasticsearch) {
        return new Servers(kafka, elasticsearch, () -> {});
    }

    /** Settings that every Kafka client of this run shares. */
    Map<String, String> kafka() {
        return kafka;
    }

    ElasticSettings elasticsearch() {
        return elasticsearch;
    }

    @Override
    public void close() {
        try {
            embedded.close();
        } catch (Exception e) {
            throw new IllegalStateException("the embedded servers did not stop", e);
        }
    }

    private static ElasticSettings address(ElasticsearchConfig config) {
        String url = config.isEmbedded() ? "http://127.0.0.1:" + config.port() : config.url();
        ElasticSettings settings = ElasticSettings.at(URI.create(url));
        if (config.apiKey() != null) {
            settings = settings.withApiKey(config.apiKey());
        }
        if (config.user() != null && config.password() != null) {
            settings = settings.withBasic(config.user(), config.password());
        }
        return config.ca() == null ? settings : settings.withCa(Path.of(config.ca()));
    }
}
