package io.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.embedded.EmbeddedKafka;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteBufferSerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code vigie transactions} prints and returns, of one transaction that its coordinator takes for complete. */
class TransactionsCommandIT {

    private static final String ID = "writer";
    private static final byte COMPLETE_COMMIT = 4;

    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();
    private @Nullable TransactionDescription open;

    @BeforeEach
    void leaveOneOpen() throws Exception {
        try (EmbeddedKafka kafka = start();
                Admin admin = Admin.create(settings(kafka, Map.of()))) {
            admin.createTopics(List.of(new NewTopic("vigie.items", 1, (short) 1)))
                    .all()
                    .get();
            KafkaProducer<String, String> producer = new KafkaProducer<>(
                    settings(kafka, Map.of("transactional.id", ID)), new StringSerializer(), new StringSerializer());
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("vigie.items", "value")).get();
            producer.close(Duration.ZERO); // would abort, were it given time
            open = admin.describeTransactions(List.of(ID)).description(ID).get();
        }
    }

    @Test
    void aTransactionUnderWayIsNoneOfItsBusiness() throws Exception {
        try (EmbeddedKafka kafka = start()) {
            assertThat(run(kafka, "list")).isZero();
            assertThat(run(kafka, "end")).isZero();
            assertThat(printed.toString()).isEmpty();
        }
    }

    @Test
    void endsWhatItsCoordinatorHadDecided() throws Exception {
        writeDown(completeCommit());
        try (EmbeddedKafka kafka = start()) {
            assertThat(run(kafka, "list")).isOne();
            assertThat(run(kafka, "end")).isZero();
            assertThat(run(kafka, "list")).as("after the end").isZero();
            assertThat(printed.toString().lines()).containsExactly(line("committed"), line("committed\tended"));
        }
    }

    @Test
    void leavesWhatNobodyKnowsOf() throws Exception {
        writeDown(null);
        try (EmbeddedKafka kafka = start()) {
            assertThat(run(kafka, "end")).isOne();
            assertThat(run(kafka, "list")).as("after the end").isOne();
            assertThat(printed.toString().lines()).containsExactly(line("unknown\tleft"), line("unknown"));
        }
    }

    private String line(String rest) {
        TransactionDescription hanging = described();
        return "vigie.items-0\t0\t" + hanging.producerId() + "\t" + hanging.producerEpoch() + "\t" + ID + "\t" + rest;
    }

    private TransactionDescription described() {
        if (open == null) {
            throw new IllegalStateException("no transaction was left open");
        }
        return open;
    }

    private int run(EmbeddedKafka kafka, String command) throws Exception {
        Files.writeString(folder.resolve("vigie.yaml"), "kafka: {bootstrap: \"" + kafka.bootstrapServers() + "\"}\n");
        return Vigie.commandLine()
                .setOut(new PrintWriter(printed))
                .execute("transactions", command, "--config", folder.toString());
    }

    private EmbeddedKafka start() {
        return EmbeddedKafka.at(folder.resolve("kafka")).port(0).start();
    }

    private static Map<String, Object> settings(EmbeddedKafka kafka, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }

    /** A coordinator's record of its transaction, in version 0 of the format. */
    private ByteBuffer completeCommit() {
        return ByteBuffer.allocate(64)
                .putShort((short) 0)
                .putLong(described().producerId())
                .putShort((short) (described().producerEpoch() + 1))
                .putInt(60_000)
                .put(COMPLETE_COMMIT)
                .putInt(0)
                .putLong(System.currentTimeMillis())
                .putLong(System.currentTimeMillis())
                .flip();
    }

    /** Brokers let the client id of their own tools write there; what is written counts after a restart. */
    private void writeDown(@Nullable ByteBuffer value) throws Exception {
        byte[] name = ID.getBytes(StandardCharsets.UTF_8);
        ByteBuffer key = ByteBuffer.allocate(4 + name.length)
                .putShort((short) 0)
                .putShort((short) name.length)
                .put(name)
                .flip();
        try (EmbeddedKafka kafka = start();
                KafkaProducer<ByteBuffer, ByteBuffer> producer = new KafkaProducer<>(
                        settings(kafka, Map.of("client.id", "__admin_client")),
                        new ByteBufferSerializer(),
                        new ByteBufferSerializer())) {
            int partition = Utils.abs(ID.hashCode())
                    % producer.partitionsFor("__transaction_state").size();
            producer.send(new ProducerRecord<>("__transaction_state", partition, key, value))
                    .get();
        }
    }
}
