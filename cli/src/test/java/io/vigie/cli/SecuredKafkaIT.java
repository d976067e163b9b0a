package io.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.cli.demo.DemoPress;
import io.vigie.cli.demo.DemoSite;
import io.vigie.embedded.EmbeddedElasticsearch;
import io.vigie.events.Readiness;
import io.vigie.events.Topics;
import io.vigie.sink.elastic.AlertFilter;
import io.vigie.sink.elastic.AlertStoreException;
import io.vigie.sink.elastic.ElasticAlertReader;
import io.vigie.sink.elastic.ElasticClients;
import io.vigie.sink.elastic.ElasticSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that wants TLS and a password, and grants each stage what {@code docker/kafka-acls.csv} says. */
class SecuredKafkaIT {

    private static final Topics TOPICS = Topics.standard();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path folder;

    private static SecuredBroker broker;
    private static EmbeddedElasticsearch elasticsearch;

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(folder);
        elasticsearch = EmbeddedElasticsearch.at(folder.resolve("elasticsearch"))
                .port(0)
                .start();
        TopicSetup.ensure(TOPICS, broker.client("admin"));
        try (Admin admin = Admin.create(new HashMap<>(broker.client("admin")))) {
            admin.createAcls(KafkaAcls.read()).all().get();
        }
    }

    @AfterAll
    static void stop() {
        if (elasticsearch != null) {
            elasticsearch.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void everyStageDoesItsWorkWithItsOwnRightsAlone() throws Exception {
        List<Pipeline> stages = new ArrayList<>();
        try (DemoSite site = new DemoSite(DemoPress.load(), Clock.systemUTC());
                var client = ElasticClients.open(elastic())) {
            site.start();
            site.publishAll();
            for (Stage stage : Stage.values()) {
                stages.add(start(stage, site));
            }
            int alerts = (int) site.expectations().items().stream()
                    .filter(item -> !item.themes().isEmpty())
                    .count();
            ElasticAlertReader reader = new ElasticAlertReader(client);
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(AlertStoreException.class) // while the index is being made
                    .until(() -> reader.count(AlertFilter.ALL) == alerts);
            assertThat(stages).allSatisfy(stage -> assertThat(stage.check()).isEqualTo(Readiness.ready()));
        } finally {
            stages.forEach(Pipeline::close);
        }
    }

    @Test
    void aStageCannotDoTheWorkOfAnother() {
        Map<String, Object> settings = new HashMap<>(broker.client("sink"));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(TOPICS.alerts(), "forged", "{}"))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownAuthorityAreRefused() {
        Map<String, String> wrongPassword = new HashMap<>(broker.client("sink"));
        wrongPassword.put("sasl.jaas.config", SecuredBroker.login("sink", "guess"));
        assertThatThrownBy(() -> TopicSetup.ensure(TOPICS, wrongPassword))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);

        Map<String, String> unknownAuthority = new HashMap<>(broker.client("sink"));
        unknownAuthority.remove("ssl.truststore.location");
        unknownAuthority.remove("ssl.truststore.password");
        assertThatThrownBy(() -> TopicSetup.ensure(TOPICS, unknownAuthority))
                .hasStackTraceContaining(SslAuthenticationException.class.getSimpleName());
    }

    private static Pipeline start(Stage stage, DemoSite site) throws InterruptedException {
        String principal = stage.name().toLowerCase(Locale.ROOT);
        Blueprint blueprint = Blueprints.shipped(TOPICS, site.sources(), folder.resolve(principal));
        Pipeline pipeline = new Pipeline(
                EnumSet.of(stage),
                blueprint,
                Servers.at(broker.client(principal), elastic()),
                new SimpleMeterRegistry());
        pipeline.start();
        return pipeline;
    }

    private static ElasticSettings elastic() {
        return ElasticSettings.at(elasticsearch.uri());
    }
}
