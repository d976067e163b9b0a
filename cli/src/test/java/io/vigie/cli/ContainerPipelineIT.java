package io.vigie.cli;

import io.vigie.sink.elastic.ElasticSettings;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The contract on containers. Runs where a Docker engine has both images ({@code docker/offline/build} makes them); says
 * in one line why it did not otherwise. Images are never pulled: a test does not download.
 */
class ContainerPipelineIT extends PipelineContract {

    private static final String KAFKA = "apache/kafka:4.3.1";
    private static final String ELASTICSEARCH = "docker.elastic.co/elasticsearch/elasticsearch:8.19.21";

    private static @Nullable KafkaContainer kafka;
    private static @Nullable ElasticsearchContainer elasticsearch;

    @BeforeAll
    static void start() {
        skipUnless(dockerAnswers(), "no Docker engine answers");
        for (String image : new String[] {KAFKA, ELASTICSEARCH}) {
            skipUnless(isHere(image), "the Docker engine does not have " + image + "; docker/offline/build makes it");
        }
        kafka = new KafkaContainer(DockerImageName.parse(KAFKA));
        elasticsearch = new ElasticsearchContainer(DockerImageName.parse(ELASTICSEARCH))
                .withEnv("xpack.security.enabled", "false")
                .withEnv("discovery.type", "single-node");
        kafka.start();
        elasticsearch.start();
    }

    @AfterAll
    static void stop() {
        if (elasticsearch != null) {
            elasticsearch.stop();
        }
        if (kafka != null) {
            kafka.stop();
        }
    }

    @Override
    Servers servers() {
        return Servers.at(
                Map.of("bootstrap.servers", Objects.requireNonNull(kafka).getBootstrapServers()),
                ElasticSettings.at(URI.create(
                        "http://" + Objects.requireNonNull(elasticsearch).getHttpHostAddress())));
    }

    private static boolean dockerAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean isHere(String image) {
        return DockerClientFactory.instance().client().listImagesCmd().exec().stream()
                .flatMap(found -> found.getRepoTags() == null
                        ? java.util.stream.Stream.empty()
                        : java.util.Arrays.stream(found.getRepoTags()))
                .anyMatch(image::equals);
    }

    private static void skipUnless(boolean condition, String why) {
        if (!condition) {
            String line = "container tests skipped: " + why;
            System.err.println(line);
            Assumptions.abort(line);
        }
    }
}
