package io.vigie.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.events.DeadLetter;
import io.vigie.events.FetchState;
import io.vigie.events.FetchState.Validators;
import io.vigie.events.Outlet;
import io.vigie.events.PageState;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.Sha256;
import io.vigie.events.Topics;
import io.vigie.events.WatchEntry;
import io.vigie.events.WatchEntry.Purpose;
import io.vigie.events.kafka.DeadLetterHeaders;
import io.vigie.ingest.publish.MemoryReader;
import io.vigie.ingest.publish.PartitionJournal;
import io.vigie.ingest.watch.Change;
import io.vigie.ingest.watch.Journal.JournalException;
import io.vigie.ingest.watch.Journal.RefusedException;
import io.vigie.ingest.watch.Refusal;
import io.vigie.ingest.watch.Snapshot;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionJournalIT {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final int PARTITION = 2;

    private static @Nullable TestKafka kafka;

    private final Topics topics = new Topics(UUID.randomUUID() + ".");
    private final Ledger ledger = new Ledger(clients(), topics);

    @BeforeAll
    static void startKafka() {
        kafka = new TestKafka();
    }

    @AfterAll
    static void stopKafka() {
        java.util.Objects.requireNonNull(kafka).close();
    }

    @Test
    void writesAChangeWholeAndReadsItBack() throws Exception {
        ledger.makeTopics();
        try (PartitionJournal journal = open()) {
            journal.commit(change("a", "Text"));
        }

        assertThat(ledger.items()).extracting(PressItem::body).containsExactly("Text");
        assertThat(ledger.entries()).hasSize(1);
        assertThat(ledger.snapshot(Sha256.hex("Text"))).isEqualTo("Text");
        assertThat(new MemoryReader(clients(), topics).read(PARTITION))
                .hasEntrySatisfying(
                        "s",
                        memory -> assertThat(memory.pages())
                                .containsExactlyElementsOf(change("a", "Text").pages()));
        assertThat(new MemoryReader(clients(), topics).read(0)).isEmpty();
    }

    @Test
    void fencesWhoHadThePartitionBefore() throws Exception {
        ledger.makeTopics();
        try (PartitionJournal zombie = open()) {
            zombie.commit(change("a", "Text"));
            try (PartitionJournal heir = open()) {
                assertThatExceptionOfType(JournalException.class).isThrownBy(() -> zombie.commit(change("b", "Text")));
                heir.commit(change("c", "Text"));
                assertThatExceptionOfType(JournalException.class).isThrownBy(() -> zombie.commit(change("d", "Text")));
            }
            assertThat(zombie.hasFailed()).isTrue();
        }

        assertThat(ledger.items()).extracting(PressItem::headline).containsExactly("a", "c");
    }

    /** An instance that is killed after so many records of a change: with all of them it had only not committed yet. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void undoesWhatADeadInstanceHadBegun(int records) throws Exception {
        ledger.makeTopics();
        KafkaProducer<String, byte[]> dead = deadProducer();
        dead.initTransactions();
        dead.beginTransaction();
        byte[] anything = {'{'};
        List<ProducerRecord<String, byte[]>> change = List.of(
                new ProducerRecord<>(topics.pressItems(), "x", anything),
                new ProducerRecord<>(topics.pageSnapshots(), "x", anything),
                new ProducerRecord<>(topics.fetchState(), PARTITION, "s", anything),
                new ProducerRecord<>(topics.fetchState(), PARTITION, "s https://ministry.example/x", anything),
                new ProducerRecord<>(topics.watchLedger(), "s", anything));
        for (ProducerRecord<String, byte[]> record : change.subList(0, records)) {
            dead.send(record).get();
        }

        try (PartitionJournal heir = open()) {
            assertThat(new MemoryReader(clients(), topics).read(PARTITION)).isEmpty();
            assertThat(ledger.sizes()).containsOnly(0);
            heir.commit(change("a", "Text"));
        }

        assertThat(ledger.items()).extracting(PressItem::headline).containsExactly("a");
        assertThat(ledger.sizes()).containsExactly(1, 1, 2, 1);
        dead.close(Duration.ZERO);
    }

    @Test
    void refusesOneThatIsTooLargeAndWritesTheOthers() throws Exception {
        ledger.makeTopics();
        byte[] noise = new byte[9 * 1024 * 1024];
        new Random(1).nextBytes(noise);
        Change large = change("large", "Text", noise);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (PartitionJournal journal = open()) {
            List<Future<?>> others = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Change change = change("n" + i, "Text");
                others.add(threads.submit(() -> {
                    journal.commit(change);
                    return null;
                }));
            }
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> journal.commit(large));
            for (Future<?> other : others) {
                other.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(ledger.items()).hasSize(50).extracting(PressItem::headline).doesNotContain("large");
    }

    @Test
    void isolatesTheOneThatTheBrokerRefuses() throws Exception {
        ledger.makeTopicsWithLimit(topics.pageSnapshots(), 100_000);
        byte[] noise = new byte[500_000];
        new Random(1).nextBytes(noise);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (PartitionJournal journal = open()) {
            List<Future<?>> others = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Change change = change("n" + i, "Text");
                others.add(threads.submit(() -> {
                    journal.commit(change);
                    return null;
                }));
            }
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> journal.commit(change("large", "Text", noise)));
            for (Future<?> other : others) {
                other.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(ledger.items()).hasSize(20).extracting(PressItem::headline).doesNotContain("large");
    }

    @Test
    void buriesWhatWasRefusedBesideTheLedgersEntry() throws Exception {
        ledger.makeTopics();
        Change whole = change("large", "Text");
        PressItem item = java.util.Objects.requireNonNull(whole.item());
        Refusal refusal = new Refusal(Refusal.Part.ITEM, item, "TooLarge", "10 MB are too many");
        try (PartitionJournal journal = open()) {
            journal.commit(new Change(whole.entry(), null, whole.pages(), List.of(), null, null, refusal));
        }

        assertThat(ledger.items()).isEmpty();
        assertThat(ledger.entries()).hasSize(1);
        assertThat(ledger.deadLetters()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(item.id());
            assertThat(new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"headline\":\"large\"");
            assertThat(DeadLetterHeaders.read(record.headers()))
                    .contains(new DeadLetter(
                            topics.pressItems(), -1, -1, "ingest.publish", "TooLarge", "10 MB are too many"));
        });
    }

    private PartitionJournal open() {
        return PartitionJournal.open(clients(), topics, PARTITION);
    }

    private KafkaProducer<String, byte[]> deadProducer() {
        Map<String, Object> settings = new HashMap<>(clients());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.prefix() + "ingest-" + PARTITION);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static Change change(String name, String text) {
        return change(name, text, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Change change(String name, String text, byte[] bytes) {
        URI uri = URI.create("https://ministry.example/" + name);
        Snapshot snapshot = new Snapshot(Sha256.hex(bytes), bytes, uri, 200, "text/html", NOW);
        PressItem item = new PressItem(
                Sha256.hex(name).substring(0, 32),
                uri,
                PubStatus.USABLE,
                name,
                text,
                List.of(),
                "en",
                null,
                null,
                new Outlet("s", "S", null),
                Map.of(),
                snapshot.sha256(),
                NOW);
        PageState page = new PageState(
                "s", uri, uri, null, null, null, Map.of(), item, "0", Validators.NONE, NOW, NOW, NOW, 0, 0);
        WatchEntry entry =
                new WatchEntry("s", uri, Purpose.PAGE, "fetched", null, 200, bytes.length, null, NOW, 1, null);
        return new Change(entry, FetchState.initial("s"), List.of(page), List.of(), item, snapshot);
    }

    private static Map<String, Object> clients() {
        return java.util.Objects.requireNonNull(kafka).clients();
    }
}
