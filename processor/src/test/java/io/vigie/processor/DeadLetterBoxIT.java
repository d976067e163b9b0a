package io.vigie.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.DeadLetter;
import io.vigie.events.Topics;
import io.vigie.events.kafka.DeadLetterHeaders;
import io.vigie.processor.deadletter.DeadLetterBox;
import io.vigie.processor.deadletter.DeadLetterBox.Outcome;
import io.vigie.processor.deadletter.StoredLetter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterBoxIT {

    @TempDir
    private Path folder;

    @Test
    void putsALetterBackOnceAsItWasOrRepaired() throws Exception {
        try (Cluster cluster = Cluster.start(folder, new Topics("letters."))) {
            Topics topics = cluster.topics();
            DeadLetterBox box = new DeadLetterBox(topics, cluster.client(), Clock.systemUTC());
            try (var producer = new KafkaProducer<>(
                    new HashMap<String, Object>(cluster.client()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                for (String topic : List.of(topics.pressItems(), topics.pressItems(), "letters.processor-inside")) {
                    DeadLetter letter = new DeadLetter(topic, 0, 7, "processor.processing", "Cause", null);
                    producer.send(DeadLetterHeaders.record(
                                    topics.deadLetters(), letter, "k".getBytes(UTF_8), "\"torn".getBytes(UTF_8)))
                            .get();
                }
            }
            List<StoredLetter> letters = box.list();
            assertThat(letters).hasSize(3);
            String asItWas = letters.get(0).id();
            String repaired = letters.get(1).id();
            String inside = letters.get(2).id();

            assertThat(box.redrive(Set.of(asItWas, inside, "9-9"), null))
                    .isEqualTo(Map.of(asItWas, Outcome.PUT_BACK, inside, Outcome.REFUSED, "9-9", Outcome.UNKNOWN));
            assertThat(box.redrive(Set.of(repaired), "\"mended\"".getBytes(UTF_8)))
                    .containsEntry(repaired, Outcome.PUT_BACK);
            assertThat(box.redrive(Set.of(asItWas, repaired), null))
                    .containsEntry(asItWas, Outcome.ALREADY)
                    .containsEntry(repaired, Outcome.ALREADY);

            assertThat(box.list())
                    .filteredOn(letter -> letter.redrive() != null)
                    .hasSize(2);
            assertThat(values(cluster)).containsExactlyInAnyOrder("\"torn", "\"mended\"");
        }
    }

    private static List<String> values(Cluster cluster) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> reader =
                cluster.texts(cluster.topics().pressItems())) {
            for (int i = 0; i < 20 && values.size() < 3; i++) {
                reader.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
