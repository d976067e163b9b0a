package io.vigie.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.embedded.EmbeddedServers;
import io.vigie.events.Alert;
import io.vigie.events.TopicSpec;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.Backoff;
import io.vigie.sink.elastic.BulkLimits;
import io.vigie.sink.elastic.ElasticSettings;
import io.vigie.sink.elastic.ElasticSink;
import io.vigie.sink.elastic.SinkSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A broker, an Elasticsearch node, the sink and a desk, all real, on free ports; and a pen to write topics with. */
final class DeskHouse implements AutoCloseable {

    static final Topics TOPICS = Topics.standard();

    private final EmbeddedServers servers;
    private final Map<String, String> kafka;
    private final ElasticSink sink;
    private final KafkaProducer<String, byte[]> pen;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private DeskServer desk;

    private DeskHouse(EmbeddedServers servers, int port) throws IOException {
        this.servers = servers;
        this.kafka = Map.of("bootstrap.servers", servers.bootstrapServers());
        makeTopics();
        sink = new ElasticSink(
                new SinkSettings(kafka, TOPICS, elasticsearch(), BulkLimits.STANDARD, Backoff.STANDARD), meters);
        sink.start();
        pen = new KafkaProducer<>(new HashMap<>(kafka), new StringSerializer(), new ByteArraySerializer());
        desk = open(port, null);
    }

    /** Opens everything. */
    static DeskHouse open(Path data, int port) throws IOException {
        return new DeskHouse(EmbeddedServers.start(data, 0, 0), port);
    }

    ElasticSettings elasticsearch() {
        return ElasticSettings.at(servers.elasticsearchUri());
    }

    private DeskServer open(int port, @Nullable String token) throws IOException {
        DeskSettings settings = new DeskSettings(
                new InetSocketAddress("127.0.0.1", port), token, List.of(), kafka, TOPICS, elasticsearch());
        DeskServer opened = new DeskServer(settings, Clock.systemUTC(), meters, () -> "# metrics\n");
        opened.start();
        return opened;
    }

    /** A second desk on the same topics, for callers with a token; whoever opens it closes it. */
    DeskServer another(@Nullable String token) throws IOException {
        return open(0, token);
    }

    /** Stops the desk and opens another one at the same port. */
    void restart() throws IOException {
        int port = desk.uri().getPort();
        desk.close();
        desk = open(port, null);
    }

    DeskServer desk() {
        return desk;
    }

    URI at(String path) {
        return desk.uri().resolve(path);
    }

    MeterRegistry meters() {
        return meters;
    }

    void publish(Alert alert) {
        write(TOPICS.alerts(), alert.alertId(), alert, Alert.class);
    }

    /** Writes a record and waits until the broker has it. */
    <T> void write(String topic, String key, T value, Class<T> type) {
        try {
            pen.send(new ProducerRecord<>(topic, key, JsonCodec.of(type).encode(value)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void makeTopics() {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            admin.createTopics(TOPICS.all().stream().map(DeskHouse::topic).toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static NewTopic topic(TopicSpec spec) {
        return new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty()).configs(spec.config());
    }

    @Override
    public void close() {
        pen.close();
        desk.close();
        sink.close();
        servers.close();
    }
}
