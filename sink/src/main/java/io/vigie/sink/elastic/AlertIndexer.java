package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.mget.MultiGetOperation;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.util.BinaryData;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.Alert;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes alerts to Elasticsearch, one attempt at a time, and says of each what came of it. It never throws for the sake
 * of one alert or of the cluster: both are {@link Verdict}s. Whoever calls it decides about retries.
 *
 * <p>Writing the same alerts again, in any order, leaves the same documents. Not thread-safe.
 */
final class AlertIndexer {

    private static final JsonCodec<AlertDocument> DOCUMENTS = JsonCodec.of(AlertDocument.class);
    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    private final ElasticsearchClient client;
    private final IndexSetup setup;
    private final Clock clock;
    private final Set<String> existing = new HashSet<>();

    AlertIndexer(ElasticsearchClient client, Clock clock) {
        this.client = client;
        this.setup = new IndexSetup(client, IndexLayout.ALERTS);
        this.clock = clock;
    }

    /**
     * One attempt.
     *
     * @param alerts in the order of their topic; an id may occur several times
     * @return one verdict for each, in the same order
     */
    List<Verdict> write(List<Alert> alerts) {
        Verdict[] verdicts = new Verdict[alerts.size()];
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            try {
                AlertDocument document = AlertDocument.of(alerts.get(i), clock.instant());
                writes.add(new Write(i, AlertMonth.of(alerts.get(i)), document, DOCUMENTS.encode(document)));
            } catch (RuntimeException e) {
                // What is JSON and still no alert, for want of a field, must not come back for ever.
                verdicts[i] = new Verdict.Rejected(e.getClass().getName(), String.valueOf(e.getMessage()));
            }
        }
        attempt(writes);
        writes.forEach(write -> verdicts[write.position] = write.verdict());
        return List.of(verdicts);
    }

    /** Tries the alerts together, and in halves when together they are refused as a whole. */
    private void attempt(List<Write> writes) {
        if (writes.isEmpty()) {
            return;
        }
        try {
            createIndices(writes);
            index(writes, VersionType.External);
            List<Write> refused = writes.stream().filter(Write::isOpen).toList();
            settleConflicts(refused);
        } catch (IOException | ElasticsearchException e) {
            List<Write> open = writes.stream().filter(Write::isOpen).toList();
            Verdict verdict = ElasticFailures.ofRequest(e);
            if (verdict instanceof Verdict.Rejected && open.size() > 1) {
                attempt(open.subList(0, open.size() / 2));
                attempt(open.subList(open.size() / 2, open.size()));
            } else {
                open.forEach(w -> w.verdict = verdict);
            }
        }
    }

    private void createIndices(List<Write> writes) throws IOException {
        for (Write w : writes) {
            if (!existing.contains(w.month)) {
                setup.createIndex(w.month);
                existing.add(w.month);
            }
        }
    }

    /** Leaves open what met a version as high as its own, or higher. */
    private void index(List<Write> writes, VersionType versions) throws IOException {
        BulkRequest.Builder bulk = new BulkRequest.Builder();
        for (Write w : writes) {
            bulk.operations(op -> op.index(i -> i.index(IndexLayout.ALERTS.index(w.month))
                    .id(w.document.alertId())
                    .version((long) w.document.revision())
                    .versionType(versions)
                    .document(BinaryData.of(w.json, "application/json"))));
        }
        List<BulkResponseItem> items = client.bulk(bulk.build()).items();
        for (int i = 0; i < writes.size(); i++) {
            BulkResponseItem item = items.get(i);
            if (item.status() < 300) {
                writes.get(i).verdict = Verdict.STORED;
            } else if (!ElasticFailures.isConflict(item.status())) {
                writes.get(i).verdict = ElasticFailures.ofItem(item.status(), item.error());
                if (item.status() == 404) {
                    existing.clear();
                }
            }
        }
    }

    /**
     * A refused version is a replay, or too late, and then it is stale; or it corrects the revision that is stored, and
     * then it takes its place. The first pass refuses equal versions so that a replay rewrites nothing: the latency of
     * a document stays that of its first writing.
     */
    private void settleConflicts(List<Write> refused) throws IOException {
        List<Write> corrections = new ArrayList<>();
        List<@Nullable StoredHead> heads = read(refused);
        for (int i = 0; i < refused.size(); i++) {
            Write w = refused.get(i);
            StoredHead head = heads.get(i);
            if (w.verdict == null) {
                if (head == null) {
                    // Elasticsearch remembers the version of a deleted document for a minute.
                    w.verdict = Verdict.away("the document was deleted a moment ago");
                } else if (head.isCorrectedBy(w.document)) {
                    corrections.add(w);
                } else {
                    w.verdict = Verdict.STALE;
                }
            }
        }
        if (!corrections.isEmpty()) {
            index(corrections, VersionType.ExternalGte);
            corrections.stream().filter(Write::isOpen).forEach(w -> w.verdict = Verdict.STALE);
        }
    }

    private List<@Nullable StoredHead> read(List<Write> writes) throws IOException {
        if (writes.isEmpty()) {
            return List.of();
        }
        List<MultiGetOperation> wanted = writes.stream()
                .map(w -> MultiGetOperation.of(
                        get -> get.index(IndexLayout.ALERTS.index(w.month)).id(w.document.alertId())))
                .toList();
        List<MultiGetResponseItem<ObjectNode>> found = client.mget(
                        get -> get.docs(wanted).sourceExcludes(StoredHead.NOT_READ), ObjectNode.class)
                .docs();
        @Nullable StoredHead[] heads = new StoredHead[writes.size()];
        for (int i = 0; i < heads.length; i++) {
            MultiGetResponseItem<ObjectNode> item = found.get(i);
            Write w = writes.get(i);
            if (item.isFailure()) {
                w.verdict = Verdict.away(
                        "stored document unreadable: " + item.failure().error().reason());
            } else if (item.result().source() != null) {
                try {
                    heads[i] = MAPPER.treeToValue(item.result().source(), StoredHead.class);
                } catch (JsonProcessingException e) {
                    w.verdict = new Verdict.Rejected("unreadable_stored_document", e.getOriginalMessage());
                }
            }
        }
        return Arrays.asList(heads);
    }

    /** A document on its way. */
    private static final class Write {
        private final int position;
        private final String month;
        private final AlertDocument document;
        private final byte[] json;
        private @Nullable Verdict verdict;

        Write(int position, String month, AlertDocument document, byte[] json) {
            this.position = position;
            this.month = month;
            this.document = document;
            this.json = json;
        }

        boolean isOpen() {
            return verdict == null;
        }

        Verdict verdict() {
            if (verdict == null) {
                throw new IllegalStateException("an attempt ended without a verdict");
            }
            return verdict;
        }
    }
}
