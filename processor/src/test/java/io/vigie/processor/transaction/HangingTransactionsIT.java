package io.vigie.processor.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Readiness;
import io.vigie.processor.transaction.HangingTransaction.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteBufferSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A transaction that is open on two partitions while its coordinator has it written down as complete, as a broker leaves it
 * that is killed at the wrong moment. Written down by the test: brokers let the client id of their own tools do that.
 */
class HangingTransactionsIT {

    private static final String ID = "writer";
    private static final List<TopicPartition> PARTITIONS =
            List.of(new TopicPartition("vigie.items", 0), new TopicPartition("vigie.items", 1));
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = TransactionWatch.PATIENCE;

    @TempDir
    Path data;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @ParameterizedTest
    @CsvSource({"4, COMMITTED, 2", "5, ABORTED, 0"})
    void endsAsItsCoordinatorHadDecided(byte status, Outcome outcome, int records) throws Exception {
        try (EmbeddedKafka kafka = start();
                Admin admin = Admin.create(settings(kafka, Map.of()))) {
            admin.createTopics(List.of(new NewTopic("vigie.items", 2, (short) 1)))
                    .all()
                    .get();
            leaveOpen(kafka);
            assertThat(find(admin, kafka)).as("under way is not hanging").isEmpty();
            writeDown(kafka, status, admin);
        }
        try (EmbeddedKafka kafka = start();
                Admin admin = Admin.create(settings(kafka, Map.of()));
                TransactionWatch watch = new TransactionWatch("vigie.", client(kafka), meters);
                MarkerWriter markers = new MarkerWriter(client(kafka))) {
            watch.look(NOW);
            assertThat(watch.check()).as("patience").isEqualTo(Readiness.ready());
            watch.look(NOW.plus(PATIENCE).plusSeconds(1));
            assertThat(((Readiness.Ready) watch.check()).warnings())
                    .hasSize(2)
                    .anySatisfy(warning -> assertThat(warning)
                            .startsWith("a transaction holds up vigie.items-0 at offset 0 since 2026-01-01T00:00:00Z"));
            assertThat(held(meters)).isEqualTo(2);

            List<HangingTransaction> hanging = find(admin, kafka);
            assertThat(hanging)
                    .extracting(HangingTransaction::partition)
                    .containsExactlyInAnyOrderElementsOf(PARTITIONS);
            assertThat(hanging).extracting(HangingTransaction::outcome).containsOnly(outcome);
            assertThat(hanging).extracting(HangingTransaction::transactionalId).containsOnly(ID);

            Map<TopicPartition, Node> leaders = PartitionLeaders.of(admin, "vigie.");
            assertThat(leaders).containsOnlyKeys(PARTITIONS);
            for (HangingTransaction each : hanging) {
                markers.end(each, Objects.requireNonNull(leaders.get(each.partition())));
            }
            assertThat(find(admin, kafka)).isEmpty();
            watch.look(NOW.plus(PATIENCE.multipliedBy(2)));
            assertThat(watch.check()).isEqualTo(Readiness.ready());
            assertThat(held(meters)).isZero();
            assertThat(committed(kafka)).hasSize(records);
        }
    }

    private EmbeddedKafka start() {
        return EmbeddedKafka.at(data).port(0).start();
    }

    private static Map<String, Object> settings(EmbeddedKafka kafka, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }

    private static List<HangingTransaction> find(Admin admin, EmbeddedKafka kafka) throws Exception {
        return new HangingTransactions(admin, new DecisionLog(client(kafka))).find(PARTITIONS);
    }

    private static Map<String, String> client(EmbeddedKafka kafka) {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static double held(SimpleMeterRegistry meters) {
        return meters.get("vigie.processor.partitions.held").gauge().value();
    }

    /** One record on each partition, neither committed nor aborted. */
    private static void leaveOpen(EmbeddedKafka kafka) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                settings(kafka, Map.of("transactional.id", ID)), new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        for (TopicPartition each : PARTITIONS) {
            producer.send(new ProducerRecord<>(each.topic(), each.partition(), null, "value"));
        }
        producer.flush();
        producer.close(Duration.ZERO); // would abort, were it given time
    }

    /** What a coordinator writes when a transaction is complete, in version 0 of its format. */
    private static void writeDown(EmbeddedKafka kafka, byte status, Admin admin) throws Exception {
        TransactionDescription open =
                admin.describeTransactions(List.of(ID)).description(ID).get();
        byte[] name = ID.getBytes(StandardCharsets.UTF_8);
        ByteBuffer key = ByteBuffer.allocate(4 + name.length)
                .putShort((short) 0)
                .putShort((short) name.length)
                .put(name)
                .flip();
        ByteBuffer value = ByteBuffer.allocate(64)
                .putShort((short) 0)
                .putLong(open.producerId())
                .putShort((short) (open.producerEpoch() + 1))
                .putInt(60_000)
                .put(status)
                .putInt(0)
                .putLong(System.currentTimeMillis())
                .putLong(System.currentTimeMillis())
                .flip();
        try (KafkaProducer<ByteBuffer, ByteBuffer> producer = new KafkaProducer<>(
                settings(kafka, Map.of("client.id", "__admin_client")),
                new ByteBufferSerializer(),
                new ByteBufferSerializer())) {
            int partitions = producer.partitionsFor("__transaction_state").size();
            producer.send(new ProducerRecord<>(
                            "__transaction_state", Utils.abs(ID.hashCode()) % partitions, key, value))
                    .get();
        }
    }

    /** Every committed value, up to the end of all that was written. */
    private static List<String> committed(EmbeddedKafka kafka) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                settings(kafka, Map.of("isolation.level", "read_committed")),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(PARTITIONS);
            consumer.seekToBeginning(PARTITIONS);
            Map<TopicPartition, Long> ends = consumer.endOffsets(PARTITIONS);
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> values.add(each.value()));
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
        }
        return values;
    }
}
