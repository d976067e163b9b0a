package io.vigie.processor.transaction;

import io.vigie.processor.transaction.HangingTransaction.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.DefaultHostResolver;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.TransactionResult;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest;
import org.apache.kafka.common.requests.WriteTxnMarkersRequest.TxnMarkerEntry;
import org.apache.kafka.common.requests.WriteTxnMarkersResponse;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * Writes the marker that a hanging transaction lacks. Kafka's {@code Admin} writes abort markers only, and a transaction
 * that its coordinator had committed must not be aborted on one partition: its input would count as read and its output
 * would be gone.
 */
public final class MarkerWriter implements AutoCloseable {

    private static final int LONGEST_ANSWER_MILLIS =
            (int) Duration.ofSeconds(30).toMillis();
    private static final short EPOCH_PER_TRANSACTION = 2;

    private final Metrics metrics = new Metrics();
    private final NetworkClient client;

    /**
     * Connects to nobody yet.
     *
     * @param kafka client settings: {@code bootstrap.servers}, security
     */
    public MarkerWriter(Map<String, String> kafka) {
        client = ClientUtils.createNetworkClient(
                new AdminClientConfig(new HashMap<>(kafka)),
                "vigie-transactions",
                metrics,
                "vigie",
                new LogContext(),
                new ApiVersions(),
                Time.SYSTEM,
                1,
                LONGEST_ANSWER_MILLIS,
                null,
                new ManualMetadataUpdater(),
                new DefaultHostResolver(),
                null,
                null);
    }

    /**
     * Ends a transaction on its partition as its coordinator had decided. Needs the right to alter the cluster.
     *
     * @param leader of the partition
     * @throws IllegalArgumentException when nobody knows what was decided
     * @throws IOException when the leader cannot be reached or refuses the marker
     */
    public void end(HangingTransaction hanging, Node leader) throws IOException {
        if (hanging.outcome() == Outcome.UNKNOWN) {
            throw new IllegalArgumentException("nobody knows whether " + hanging + " was committed");
        }
        if (!NetworkClientUtils.awaitReady(client, leader, Time.SYSTEM, LONGEST_ANSWER_MILLIS)) {
            throw new IOException("no connection to " + leader);
        }
        ClientRequest request = client.newClientRequest(
                leader.idString(),
                new WriteTxnMarkersRequest.Builder(List.of(marker(hanging))),
                Time.SYSTEM.milliseconds(),
                true,
                LONGEST_ANSWER_MILLIS,
                null);
        ClientResponse response = NetworkClientUtils.sendAndReceive(client, request, Time.SYSTEM);
        Errors error = ((WriteTxnMarkersResponse) response.responseBody())
                .errorsByProducerId()
                .getOrDefault(hanging.producerId(), Map.of())
                .getOrDefault(hanging.partition(), Errors.UNKNOWN_SERVER_ERROR);
        if (error != Errors.NONE) {
            throw new IOException(hanging.partition() + ": " + error.message(), error.exception());
        }
    }

    /** As the coordinator would have sent it: with the epoch that follows the transaction's. */
    private static TxnMarkerEntry marker(HangingTransaction hanging) {
        return new TxnMarkerEntry(
                hanging.producerId(),
                (short) (hanging.epoch() + 1),
                hanging.coordinatorEpoch(),
                hanging.outcome() == Outcome.COMMITTED ? TransactionResult.COMMIT : TransactionResult.ABORT,
                List.of(hanging.partition()),
                EPOCH_PER_TRANSACTION);
    }

    @Override
    public void close() {
        client.close();
        metrics.close();
    }
}
