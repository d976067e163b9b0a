package io.vigie.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.DeadLetter;
import io.vigie.events.PressItem;
import io.vigie.events.Readiness;
import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.events.kafka.DeadLetterHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenRulesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final RuleSet BROKEN = RuleSet.of("broken");

    @TempDir
    private Path folder;

    private static Function<PressItem, Classification> compile(RuleSet set) {
        if (set.equals(BROKEN)) {
            throw new IllegalArgumentException("line 1: expected\na rule");
        }
        return OneWordRules.compile(set);
    }

    @Test
    void withNothingButABrokenRuleSetNoItemIsPassedOverAndAGoodOneMendsIt() throws Exception {
        try (Cluster cluster = Cluster.start(folder.resolve("kafka"), new Topics("broken."), BROKEN);
                ProcessorService service = new ProcessorService(
                        new ProcessorSettings(cluster.topics(), cluster.client(), folder.resolve("state"), 1),
                        BrokenRulesIT::compile,
                        new SimpleMeterRegistry());
                KafkaProducer<String, PressItem> producer = cluster.producer();
                KafkaConsumer<String, Alert> alerts =
                        cluster.reader(cluster.topics().alerts(), Alert.class);
                KafkaConsumer<String, String> letters =
                        cluster.texts(cluster.topics().deadLetters())) {
            PressItem item = new Press(1).item(0, Instant.now());
            producer.send(new ProducerRecord<>(cluster.topics().pressItems(), item.id(), item))
                    .get();
            service.start();
            await().atMost(PATIENCE)
                    .until(() -> service.check()
                            .equals(Readiness.notReady("processor: no usable rule set; the last was refused:"
                                    + " line 1: expected a rule")));
            List<DeadLetter> refused = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                letters.poll(Duration.ofMillis(100))
                        .forEach(letter ->
                                DeadLetterHeaders.read(letter.headers()).ifPresent(refused::add));
                return !refused.isEmpty();
            });
            assertThat(refused).extracting(DeadLetter::stage).containsOnly("processor.rules");

            new RuleSetPublisher(cluster.topics(), cluster.client()).activate(OneWordRules.SET);
            List<String> told = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                alerts.poll(Duration.ofMillis(100)).forEach(alert -> told.add(alert.key()));
                return !told.isEmpty();
            });
            assertThat(told).containsExactly(item.id());
            await().atMost(PATIENCE).until(() -> service.check().equals(Readiness.ready()));

            new RuleSetPublisher(cluster.topics(), cluster.client()).activate(BROKEN);
            await().atMost(PATIENCE)
                    .until(() -> service.check()
                            .equals(Readiness.ready("processor: the last rule set was refused, "
                                    + OneWordRules.SET.hash() + " stays in force: line 1: expected a rule")));
        }
    }
}
