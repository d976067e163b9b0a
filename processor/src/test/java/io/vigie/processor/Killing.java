package io.vigie.processor;

import static org.awaitility.Awaitility.await;

import io.vigie.events.PressItem;
import io.vigie.events.Topics;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Two processor instances in processes of their own have a heap of items before them, so that they are never idle. One of
 * them is killed (SIGKILL) at random moments of the work, and started again; at the end one stands still until it has lost
 * its partitions. What comes out, read committed, must be what the items say: {@code Killing KILLS ITEMS}.
 */
final class Killing {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Instant START = Instant.parse("2025-04-09T10:00:00Z");
    private static final int INSTANCES = 2;

    /** Fed before and again after an instance stood still; both are part of what must come out. */
    static final int WHILE_PAUSED = 150;

    /** Looks behind the last record, so that a double that comes later is seen: longer than a transaction may hang. */
    private static final Duration QUIET = Duration.ofSeconds(12);

    private final Cluster cluster;
    private final Random random;
    private final Press press;
    private final Set<String> expected = new TreeSet<>();
    private int fed;

    private Killing(Cluster cluster, long seed) {
        this.cluster = cluster;
        this.random = new Random(seed);
        this.press = new Press(seed);
    }

    public static void main(String[] arguments) throws Exception {
        int kills = Integer.parseInt(arguments[0]);
        int items = Integer.parseInt(arguments[1]);
        long start = System.nanoTime();
        Reckoning.Result result = run(Files.createTempDirectory("killing"), kills, items, 1);
        System.out.println(kills + " kills, " + items + " items in "
                + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s: " + result);
    }

    /** Kills so many times, at moments spread over all the items, and ends with a {@linkplain #zombie zombie}. */
    static Reckoning.Result run(Path folder, int kills, int items, long seed) throws Exception {
        try (Cluster cluster = Cluster.start(folder.resolve("kafka"), new Topics("kill."))) {
            Killing killing = new Killing(cluster, seed);
            killing.feed(items);
            try (Fleet fleet = Fleet.start(cluster, folder, INSTANCES);
                    Reckoning reckoning = new Reckoning(cluster)) {
                killing.kill(fleet, reckoning, kills);
                killing.zombie(fleet, reckoning, 0);
                return killing.finish(reckoning);
            }
        }
    }

    /**
     * Lets the disk under one instance be full while twice as many items come, until it says so; then there is room again.
     *
     * @param heard gets what the instance said of its readiness, line by line
     */
    static Reckoning.Result fullDisk(Path folder, int items, long seed, Consumer<String> heard) throws Exception {
        try (Cluster cluster = Cluster.start(folder.resolve("kafka"), new Topics("full."))) {
            Killing killing = new Killing(cluster, seed);
            killing.feed(items);
            try (Fleet fleet = Fleet.start(cluster, folder, 1);
                    Reckoning reckoning = new Reckoning(cluster)) {
                await().atMost(PATIENCE).until(() -> reckoning.read() >= items);
                fleet.limitFiles(0, "0");
                killing.feed(2 * items);
                await().atMost(PATIENCE).until(() -> fleet.printed(0).contains("cannot be written"));
                fleet.limitFiles(0, "unlimited");
                Reckoning.Result result = killing.finish(reckoning);
                fleet.printed(0).lines().forEach(heard);
                return result;
            }
        }
    }

    /** Kills the one instance between two heaps of items, and takes from each of its stores the list of its files. */
    static Reckoning.Result brokenStores(Path folder, int items, long seed) throws Exception {
        try (Cluster cluster = Cluster.start(folder.resolve("kafka"), new Topics("broken."))) {
            Killing killing = new Killing(cluster, seed);
            killing.feed(items);
            try (Reckoning reckoning = new Reckoning(cluster)) {
                try (Fleet fleet = Fleet.start(cluster, folder, 1)) {
                    await().atMost(PATIENCE).until(() -> reckoning.read() >= items);
                }
                for (Path manifest : manifests(folder.resolve("instance-0"))) {
                    Files.delete(manifest);
                }
                killing.feed(items);
                try (Fleet fleet = Fleet.start(cluster, folder, 1)) {
                    return killing.finish(reckoning);
                }
            }
        }
    }

    private static List<Path> manifests(Path state) throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(file -> file.getFileName().toString().startsWith("MANIFEST-"))
                    .toList();
        }
    }

    private void kill(Fleet fleet, Reckoning reckoning, int kills) throws IOException, InterruptedException {
        Set<Integer> moments = new TreeSet<>();
        while (moments.size() < kills) {
            moments.add(random.nextInt(fed));
        }
        for (int moment : moments) {
            await().atMost(PATIENCE).until(() -> reckoning.read() > moment);
            fleet.killAndRestart(random.nextInt(INSTANCES));
        }
    }

    /**
     * Pauses one instance in the midst of its work until the other, which holds copies of its stores, has done all of it, and
     * lets it go on among new items: it still believes that it owns its partitions.
     */
    private void zombie(Fleet fleet, Reckoning reckoning, int number) throws Exception {
        int all = fed;
        await().atMost(PATIENCE).until(() -> reckoning.read() >= all);
        feed(WHILE_PAUSED);
        await().atMost(PATIENCE).until(() -> reckoning.read() > all);
        fleet.pause(number);
        await().atMost(PATIENCE).until(() -> reckoning.read() >= fed);
        fleet.resume(number);
        feed(WHILE_PAUSED);
    }

    private void feed(int items) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, PressItem> producer = cluster.producer()) {
            for (int end = fed + items; fed < end; fed++) {
                PressItem item = press.item(fed, START.plusSeconds(fed));
                sent.add(producer.send(new ProducerRecord<>(cluster.topics().pressItems(), item.id(), item)));
                if (item.headline().contains(OneWordRules.SET.yaml())) {
                    expected.add(item.id() + "/1");
                }
            }
        }
        for (Future<RecordMetadata> record : sent) {
            record.get();
        }
    }

    private Reckoning.Result finish(Reckoning reckoning) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (reckoning.read() < fed && Instant.now().isBefore(deadline)) {
            // Reading waits by itself.
        }
        Instant quiet = Instant.now().plus(QUIET);
        while (Instant.now().isBefore(quiet)) {
            reckoning.read();
        }
        return reckoning.result(expected);
    }
}
