package io.vigie.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.cli.config.VigieConfig;
import io.vigie.embedded.EmbeddedElasticsearch;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Topics;
import io.vigie.sink.elastic.ElasticClients;
import io.vigie.sink.elastic.ElasticSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Topics and index that a command looks into. Of a stopped Vigie each server is started when it is first asked for, on a
 * free port, and stopped with the command.
 */
final class Archive implements AutoCloseable {

    private final VigieConfig config;
    private final @Nullable Path data;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable Map<String, String> kafka;
    private @Nullable ElasticsearchClient elasticsearch;

    /**
     * Does no I/O.
     *
     * @param data folder of a stopped Vigie; absent when it runs
     */
    Archive(VigieConfig config, @Nullable Path data) {
        this.config = config;
        this.data = data;
    }

    Topics topics() {
        return config.kafka().topics();
    }

    TopicAccess access() {
        return new TopicAccess(kafka());
    }

    /**
     * Client settings.
     *
     * @throws io.vigie.embedded.StartException when the folder is in use by a Vigie that runs; leave {@code --data} out
     */
    Map<String, String> kafka() {
        Map<String, String> known = kafka;
        if (known == null) {
            if (data != null && config.kafka().isEmbedded()) {
                EmbeddedKafka broker =
                        EmbeddedKafka.at(data.resolve("kafka")).port(0).start();
                opened.push(broker);
                known = config.kafka().clientSettings(broker.bootstrapServers());
            } else {
                known = Servers.remote(config).kafka();
            }
            kafka = known;
        }
        return known;
    }

    /**
     * The client of the search index, which stays this archive's to close.
     *
     * @throws io.vigie.embedded.StartException when the folder is in use by a Vigie that runs; leave {@code --data} out
     */
    ElasticsearchClient elasticsearch() throws IOException {
        ElasticsearchClient known = elasticsearch;
        if (known == null) {
            ElasticSettings settings = Servers.remote(config).elasticsearch();
            if (data != null && config.elasticsearch().isEmbedded()) {
                EmbeddedElasticsearch node = EmbeddedElasticsearch.at(data.resolve("elasticsearch"))
                        .port(0)
                        .start();
                opened.push(node);
                settings = ElasticSettings.at(node.uri());
            }
            known = ElasticClients.open(settings);
            opened.push(known);
            elasticsearch = known;
        }
        return known;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("what was started for this command did not stop", e);
            }
        }
    }
}
