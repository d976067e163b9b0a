package io.vigie.bench.sink;

import co.elastic.clients.elasticsearch.core.BulkRequest;
import io.vigie.events.Alert;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.BulkLimits;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A peer: a route of Apache Camel from the topic into an index, with its components for Kafka and Elasticsearch.
 *
 * <p>Batches are as large and wait as long as the sink's, only committed records are read, and the documents are the same
 * under the same ids; all else is as it comes. Offsets are committed behind each batch, one bulk at a time.
 */
final class CamelRoute extends RouteBuilder {

    private final String bootstrap;
    private final String topic;
    private final URI elastic;
    private final String index;
    private final int count;
    private final JsonCodec<Alert> alerts = JsonCodec.of(Alert.class);
    private final JsonCodec<AlertDocument> documents = JsonCodec.of(AlertDocument.class);
    private final AtomicLong taken = new AtomicLong();
    private final CompletableFuture<Long> end = new CompletableFuture<>();

    /**
     * Does no I/O.
     *
     * @param count of the alerts on the topic
     */
    CamelRoute(String bootstrap, String topic, URI elastic, String index, int count) {
        this.bootstrap = bootstrap;
        this.topic = topic;
        this.elastic = elastic;
        this.index = index;
        this.count = count;
    }

    /**
     * Runs until Elasticsearch answered for all alerts.
     *
     * @return alerts a second, from the start of the route to the last answer
     * @throws Exception when the route cannot start, or a bulk fails
     */
    double run() throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(this);
            long begin = System.nanoTime();
            camel.start();
            return count * 1e9 / (end.get() - begin);
        }
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .process(exchange ->
                        end.completeExceptionally(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
        long linger = BulkLimits.STANDARD.linger().toMillis();
        fromF(
                        "kafka:%s?brokers=%s&groupId=%s&autoOffsetReset=earliest&isolationLevel=read_committed"
                                + "&batching=true&maxPollRecords=%d&batchingIntervalMs=%d&pollTimeoutMs=%d&valueDeserializer=%s",
                        topic,
                        bootstrap,
                        topic,
                        BulkLimits.STANDARD.alerts(),
                        linger,
                        linger,
                        ByteArrayDeserializer.class.getName())
                .process(exchange ->
                        exchange.getMessage().setBody(bulk(exchange.getMessage().getBody(List.class))))
                .toF("elasticsearch:bench?hostAddresses=%s&operation=Bulk", elastic.getAuthority())
                .process(exchange ->
                        taken(exchange.getMessage().getBody(List.class).size()));
    }

    private void taken(int more) {
        if (taken.addAndGet(more) >= count) {
            end.complete(System.nanoTime());
        }
    }

    private BulkRequest.Builder bulk(List<?> records) {
        BulkRequest.Builder bulk = new BulkRequest.Builder();
        for (Object each : records) {
            Message message = ((Exchange) each).getMessage();
            Alert alert = alerts.decode(message.getBody(byte[].class));
            bulk.operations(SinkRun.write(documents, index, alert));
        }
        return bulk;
    }
}
