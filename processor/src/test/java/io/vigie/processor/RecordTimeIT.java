package io.vigie.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.Alert;
import io.vigie.events.PressItem;
import io.vigie.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTimeIT {

    private static final Instant YEARS_AGO = Instant.parse("2015-04-09T10:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void theAlertOfAnOldPageIsFoundByTheTimeOfItsWritingAndItsTextIsKept() throws Exception {
        try (Cluster cluster = Cluster.start(folder.resolve("kafka"), new Topics("time."));
                ProcessorService service = new ProcessorService(
                        new ProcessorSettings(cluster.topics(), cluster.client(), folder.resolve("state"), 1),
                        OneWordRules::compile,
                        new SimpleMeterRegistry());
                KafkaProducer<String, PressItem> producer = cluster.producer();
                KafkaConsumer<String, Alert> alerts =
                        cluster.reader(cluster.topics().alerts(), Alert.class)) {
            Instant before = Instant.now();
            PressItem item = new Press(1).item(0, YEARS_AGO);
            producer.send(new ProducerRecord<>(cluster.topics().pressItems(), item.id(), item));
            service.start();
            List<ConsumerRecord<String, Alert>> found = new ArrayList<>();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                alerts.poll(Duration.ofMillis(100)).forEach(found::add);
                return !found.isEmpty();
            });

            ConsumerRecord<String, Alert> alert = found.get(0);
            TopicPartition place = new TopicPartition(alert.topic(), alert.partition());
            assertThat(alert.value().datePublished()).isEqualTo(YEARS_AGO);
            assertThat(alerts.offsetsForTimes(Map.of(place, before.toEpochMilli()))
                            .get(place))
                    .extracting(OffsetAndTimestamp::offset)
                    .isEqualTo(alert.offset());
            assertThat(timestampType(cluster, "time.processor-known-texts-changelog"))
                    .as("retention of texts by the time of reading")
                    .isEqualTo("LogAppendTime");
        }
    }

    private static String timestampType(Cluster cluster, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(new HashMap<>(cluster.client()))) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG)
                    .value();
        }
    }
}
