package io.vigie.processor;

import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import io.vigie.events.Topics;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Two processor instances in processes of their own; one of them is killed (SIGKILL) at random moments while items are
 * published, and started again. What comes out, read committed, must be what the items say: {@code Killing KILLS ITEMS}.
 */
final class Killing {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Instant START = Instant.parse("2025-04-09T10:00:00Z");

    private Killing() {}

    /**
     * What came out of it.
     *
     * @param lost keys of alerts that should be there
     * @param doubled keys of alerts that are there twice
     * @param unexpected keys of alerts that should not be there
     * @param classified items that came out classified, each counted once
     */
    record Reckoning(Set<String> lost, Set<String> doubled, Set<String> unexpected, int classified) {}

    public static void main(String[] arguments) throws Exception {
        int kills = Integer.parseInt(arguments[0]);
        int items = Integer.parseInt(arguments[1]);
        Reckoning reckoning = run(Files.createTempDirectory("killing"), kills, items, 1);
        System.out.println(
                kills + " kills, " + items + " items: lost " + reckoning.lost().size() + ", doubled "
                        + reckoning.doubled().size() + ", unexpected "
                        + reckoning.unexpected().size() + ", classified "
                        + reckoning.classified());
    }

    static Reckoning run(Path folder, int kills, int items, long seed) throws Exception {
        Random random = new Random(seed);
        Process[] instances = new Process[2];
        try (Cluster cluster = Cluster.start(folder.resolve("kafka"), new Topics("kill."))) {
            for (int i = 0; i < instances.length; i++) {
                instances[i] = start(cluster, folder, i);
            }
            Set<String> expected = new TreeSet<>();
            Set<Integer> moments = new TreeSet<>();
            while (moments.size() < kills) {
                moments.add(random.nextInt(items));
            }
            Press press = new Press(seed);
            try (KafkaProducer<String, PressItem> producer = cluster.producer()) {
                for (int i = 0; i < items; i++) {
                    PressItem item = press.item(i, START.plusSeconds(i));
                    producer.send(new ProducerRecord<>(cluster.topics().pressItems(), item.id(), item));
                    if (item.headline().contains(OneWordRules.SET.yaml())) {
                        expected.add(item.id() + "/1");
                    }
                    if (moments.contains(i)) {
                        producer.flush();
                        Thread.sleep(200 + random.nextInt(1_500));
                        int victim = random.nextInt(instances.length);
                        instances[victim].destroyForcibly().waitFor();
                        instances[victim] = start(cluster, folder, victim);
                    }
                }
            }
            return reckon(cluster, expected, items);
        } finally {
            for (Process instance : instances) {
                if (instance != null) {
                    instance.destroyForcibly().waitFor();
                }
            }
        }
    }

    private static Process start(Cluster cluster, Path folder, int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.vigie.processor.ProcessorMain",
                        cluster.client().get("bootstrap.servers"),
                        cluster.topics().prefix(),
                        folder.resolve("instance-" + number).toString(),
                        "instance-" + number)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "instance-" + number + ".log")))
                .start();
    }

    private static Reckoning reckon(Cluster cluster, Set<String> expected, int items) {
        Set<String> classified = new TreeSet<>();
        List<String> alerts = new ArrayList<>();
        Instant deadline = Instant.now().plus(PATIENCE);
        try (KafkaConsumer<String, ClassifiedItem> reader =
                        cluster.reader(cluster.topics().classifiedItems(), ClassifiedItem.class);
                KafkaConsumer<String, Alert> told =
                        cluster.reader(cluster.topics().alerts(), Alert.class)) {
            // One more look behind the last one, so that a double that comes later is seen.
            for (int quiet = 0; quiet < 5 && Instant.now().isBefore(deadline); ) {
                for (ConsumerRecord<String, ClassifiedItem> one : reader.poll(Duration.ofMillis(300))) {
                    classified.add(one.key() + "/" + one.value().revision());
                }
                for (ConsumerRecord<String, Alert> one : told.poll(Duration.ofMillis(300))) {
                    alerts.add(one.value().alertId() + "/" + one.value().revision());
                }
                quiet = classified.size() >= items && alerts.size() >= expected.size() ? quiet + 1 : 0;
            }
        }
        Set<String> seen = new TreeSet<>();
        Set<String> doubled = new TreeSet<>();
        alerts.forEach(alert -> {
            if (!seen.add(alert)) {
                doubled.add(alert);
            }
        });
        Set<String> lost = new TreeSet<>(expected);
        lost.removeAll(seen);
        Set<String> unexpected = new TreeSet<>(seen);
        unexpected.removeAll(expected);
        return new Reckoning(lost, doubled, unexpected, classified.size());
    }
}
