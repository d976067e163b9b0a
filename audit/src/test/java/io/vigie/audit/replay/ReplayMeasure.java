package io.vigie.audit.replay;

import io.vigie.audit.Production;
import io.vigie.audit.bundle.BundleExport;
import io.vigie.audit.bundle.BundleVerifier;
import io.vigie.audit.bundle.Selection;
import io.vigie.audit.topic.Bound;
import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.Provenance;
import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.processor.alert.AlertStep;
import io.vigie.processor.watch.Classifier;
import io.vigie.processor.watch.Theme;
import io.vigie.processor.watch.ThemeRules;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How fast a replay is beside the classifier alone, on the same items, threads and machine, and how much memory it takes.
 *
 * <p>{@code ReplayMeasure [items]}; the items are French, about 3,000 characters, sentences of the shipped rules' own
 * examples.
 */
final class ReplayMeasure {

    private static final int CHARACTERS = 3_000;
    private static final int THREADS = 2;
    private static final int BATCH = 1_000;

    private ReplayMeasure() {}

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("replay-measure");
        RuleSet rules = ThemeRules.shipped();
        try (Production topics = Production.start(folder, "measure.");
                Classifier classifier = Classifier.of(rules)) {
            topics.send(
                    topics.topics().themes(),
                    rules.hash(),
                    JsonCodec.of(RuleSet.class).encode(rules));
            fill(topics, classifier, count);
            for (int round = 0; round < 3; round++) {
                double bulk = bulk(classifier, count / 4);
                double replay = replay(topics, folder, count);
                System.out.printf(
                        Locale.ROOT,
                        "classifier alone %,.0f, replay %,.0f per CPU second = %.0f %%, heap after it %d MiB, most %d"
                                + " MiB%n",
                        bulk,
                        replay,
                        100 * replay / bulk,
                        used(),
                        most());
            }
            bundle(topics, folder);
        }
    }

    private static List<PressItem> items(int from, int count) {
        List<String> sentences = new ArrayList<>();
        for (Theme theme :
                ThemeRules.parse("shipped", ThemeRules.shipped().yaml()).themes()) {
            Theme.Examples french = theme.examples().get("fr");
            if (french != null) {
                sentences.addAll(french.negative());
                sentences.addAll(french.positive());
            }
        }
        List<PressItem> items = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            Random random = new Random(i);
            StringBuilder body = new StringBuilder();
            while (body.length() < CHARACTERS) {
                body.append(sentences.get(random.nextInt(sentences.size()))).append('\n');
            }
            PressItem item = Production.item("item" + i, "Revue de presse " + i, body.toString());
            items.add(new PressItem(
                    item.id(),
                    item.uri(),
                    item.pubStatus(),
                    item.headline(),
                    item.body(),
                    item.byline(),
                    "fr",
                    item.datePublished(),
                    null,
                    item.outlet(),
                    item.editions(),
                    null,
                    item.detectedAt()));
        }
        return items;
    }

    private static void fill(Production production, Classifier classifier, int count) throws Exception {
        Topics topics = production.topics();
        var settings = new java.util.HashMap<String, Object>(production.kafka());
        settings.put("linger.ms", 50);
        settings.put("batch.size", 1 << 20);
        settings.put("max.request.size", 8 << 20);
        JsonCodec<PressItem> items = JsonCodec.of(PressItem.class);
        JsonCodec<ClassifiedItem> classified = JsonCodec.of(ClassifiedItem.class);
        JsonCodec<Alert> alerts = JsonCodec.of(Alert.class);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                Workers workers = new Workers(THREADS)) {
            for (int from = 0; from < count; from += BATCH) {
                List<PressItem> batch = items(from, BATCH);
                var sent = batch.stream()
                        .map(item ->
                                producer.send(new ProducerRecord<>(topics.pressItems(), item.id(), items.encode(item))))
                        .toList();
                producer.flush();
                var found = workers.map(batch, classifier::classify);
                for (int i = 0; i < BATCH; i++) {
                    var at = sent.get(i).get();
                    PressItem item = batch.get(i);
                    ClassifiedItem verdict = new ClassifiedItem(
                            item,
                            1,
                            Novelty.FIRST,
                            found.get(i),
                            item.id(),
                            new Provenance(at.topic(), at.partition(), at.offset(), null),
                            Instant.EPOCH);
                    sent(producer, topics.classifiedItems(), at.partition(), item.id(), classified.encode(verdict));
                    AlertStep.raise(null, verdict, Rejudgement.filedAt(item), null)
                            .ifPresent(alert ->
                                    sent(producer, topics.alerts(), at.partition(), item.id(), alerts.encode(alert)));
                }
            }
        }
    }

    private static void sent(
            KafkaProducer<String, byte[]> producer, String topic, int partition, String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(topic, partition, key, value));
    }

    private static double bulk(Classifier classifier, int count) throws InterruptedException {
        List<PressItem> items = items(0, count);
        try (Workers workers = new Workers(THREADS)) {
            long start = processorTime();
            workers.map(items, classifier::classify);
            return count * 1e9 / (processorTime() - start);
        }
    }

    private static double replay(Production topics, Path folder, int count) throws Exception {
        ReplayRequest request =
                ReplayRequest.classify(new Bound.Earliest(), new Bound.Latest(), "all", null, "measure");
        Path checkpoint = folder.resolve("checkpoint");
        long start = processorTime();
        ReplayResult result = new Replay(topics.access(), topics.topics(), THREADS)
                .run(request, folder.resolve("verdicts.jsonl"), checkpoint, Progress.NONE, ReplayedAlerts.NONE);
        double rate = count * 1e9 / (processorTime() - start);
        Files.delete(checkpoint);
        if (!result.identical() || result.totals().items() != count) {
            throw new IllegalStateException("not identical: " + result.totals());
        }
        return rate;
    }

    private static void bundle(Production topics, Path folder) throws Exception {
        long start = System.nanoTime();
        Path bundle = folder.resolve("bundle");
        Bound end = new Bound.Offsets(java.util.Map.of(0, 250L, 1, 250L, 2, 250L, 3, 250L));
        new BundleExport(topics.access(), topics.topics(), "measure")
                .write(new Selection.Range(new Bound.Earliest(), end, "measure"), bundle);
        long exported = System.nanoTime();
        BundleVerifier.Verification verified = BundleVerifier.verify(bundle, null);
        System.out.printf(
                Locale.ROOT,
                "bundle of %d alerts: exported in %.1f s, verified in %.1f s, %d findings%n",
                verified.alerts(),
                (exported - start) / 1e9,
                (System.nanoTime() - exported) / 1e9,
                verified.findings().size());
    }

    /** Of the whole process, the broker in it included: what a busy machine does not distort. */
    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static long most() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool ->
                                pool.getName().contains("Old") || pool.getName().contains("Tenured"))
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
