package io.vigie.bench.replay;

import io.vigie.audit.replay.Rejudgement;
import io.vigie.bench.fleet.LocalKafka;
import io.vigie.bench.press.AlertWriter;
import io.vigie.bench.press.Reports;
import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import io.vigie.events.Provenance;
import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.processor.watch.Classifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes to the topics what production would have left there. */
public final class Past {

    private static final Instant PUBLISHED = Instant.parse("2026-03-02T09:00:00Z");
    private static final int BATCH = 1_000;

    private final Reports press;
    private final Threads threads;
    private final Classifier classifier;

    /**
     * A past that is not yet written.
     *
     * @param press that reported
     * @param threads that judge what it reported
     * @param classifier of the rules that were in force; stays the caller's to close
     */
    public Past(Reports press, Threads threads, Classifier classifier) {
        this.press = press;
        this.threads = threads;
        this.classifier = classifier;
    }

    /** Items of it, from number {@code from} on. */
    List<PressItem> items(int from, int count) throws InterruptedException, ExecutionException {
        return threads.map(
                IntStream.range(from, from + count).boxed().toList(), number -> press.item(number, PUBLISHED));
    }

    /** Puts the rules in force, and then item after item with its verdict and its alert. */
    public void write(LocalKafka kafka, Topics topics, RuleSet rules, int count)
            throws InterruptedException, ExecutionException {
        JsonCodec<PressItem> codec = JsonCodec.of(PressItem.class);
        try (KafkaProducer<String, byte[]> producer = kafka.producer()) {
            send(
                    producer,
                    topics.themes(),
                    rules.hash(),
                    JsonCodec.of(RuleSet.class).encode(rules));
            for (int from = 0; from < count; from += BATCH) {
                List<PressItem> batch = items(from, Math.min(BATCH, count - from));
                List<Future<RecordMetadata>> sent = new ArrayList<>();
                for (PressItem item : batch) {
                    sent.add(producer.send(new ProducerRecord<>(topics.pressItems(), item.id(), codec.encode(item))));
                }
                producer.flush();
                List<Classification> found = threads.map(batch, classifier::classify);
                for (int i = 0; i < batch.size(); i++) {
                    judge(
                            producer,
                            topics,
                            batch.get(i),
                            found.get(i),
                            sent.get(i).get());
                }
            }
        }
    }

    private static void judge(
            KafkaProducer<String, byte[]> producer,
            Topics topics,
            PressItem item,
            Classification classification,
            RecordMetadata at) {
        ClassifiedItem verdict = AlertWriter.verdict(
                item, classification, new Provenance(at.topic(), at.partition(), at.offset(), null));
        send(
                producer,
                topics.classifiedItems(),
                item.id(),
                JsonCodec.of(ClassifiedItem.class).encode(verdict));
        AlertWriter.alert(verdict, Rejudgement.filedAt(item))
                .ifPresent(alert -> send(
                        producer,
                        topics.alerts(),
                        item.id(),
                        JsonCodec.of(Alert.class).encode(alert)));
    }

    /** All topics have the same number of partitions, so that a key is in the same one everywhere. */
    private static void send(KafkaProducer<String, byte[]> producer, String topic, String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }
}
