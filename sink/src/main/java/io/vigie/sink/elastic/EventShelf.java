package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Stories, surges, looks at sources and deliveries: each is stored as it was published, with {@code @timestamp}. */
final class EventShelf implements Shelf {

    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    private final ElasticsearchClient client;
    private final SinkSettings settings;
    private final Clock clock;
    private final Map<String, EventKind> kinds;
    private final Set<String> existing = new HashSet<>();

    EventShelf(ElasticsearchClient client, SinkSettings settings, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        this.kinds = Stream.of(EventKind.values())
                .collect(Collectors.toUnmodifiableMap(kind -> kind.topic(settings.topics()), Function.identity()));
    }

    @Override
    public List<String> topics() {
        return List.copyOf(kinds.keySet());
    }

    @Override
    public String group() {
        return settings.topics().prefix() + "sink-events";
    }

    @Override
    public void prepare() throws IOException {
        for (EventKind kind : EventKind.values()) {
            new IndexSetup(client, kind.layout()).install(kind.suffix(clock.instant()));
        }
    }

    @Override
    public Entry read(ConsumerRecord<byte[], byte[]> consumed) {
        return Entry.event(consumed);
    }

    @Override
    public List<Verdict> put(List<Entry> open) {
        Verdict[] verdicts = new Verdict[open.size()];
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            try {
                writes.add(write(i, open.get(i).consumed()));
            } catch (IOException | RuntimeException e) {
                verdicts[i] = new Verdict.Rejected(e.getClass().getName(), String.valueOf(e.getMessage()));
            }
        }
        attempt(writes, verdicts);
        return List.of(verdicts);
    }

    /**
     * A document on its way.
     *
     * @param position of its entry
     * @param layout of its index
     * @param version external version; absent for none
     */
    private record Write(
            int position,
            IndexLayout layout,
            String suffix,
            String id,
            @Nullable Long version,
            BinaryData json) {}

    private Write write(int position, ConsumerRecord<byte[], byte[]> consumed) throws IOException {
        EventKind kind = kinds.get(consumed.topic());
        JsonNode json = MAPPER.readTree(consumed.value());
        if (kind == null || !(json instanceof ObjectNode event)) {
            throw new IllegalArgumentException("not an event");
        }
        Instant moment = kind.moment(event);
        event.put("@timestamp", moment.toString());
        return new Write(
                position,
                kind.layout(),
                kind.suffix(moment),
                kind.id(consumed),
                kind.version(consumed),
                BinaryData.of(bytes(event), "application/json"));
    }

    private static byte[] bytes(ObjectNode event) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(event);
    }

    /** Tries the documents together, and in halves when together they are refused as a whole. */
    private void attempt(List<Write> writes, Verdict[] verdicts) {
        if (writes.isEmpty()) {
            return;
        }
        try {
            createIndices(writes);
            index(writes, verdicts);
        } catch (IOException | ElasticsearchException e) {
            Verdict verdict = ElasticFailures.ofRequest(e);
            if (verdict instanceof Verdict.Rejected && writes.size() > 1) {
                attempt(writes.subList(0, writes.size() / 2), verdicts);
                attempt(writes.subList(writes.size() / 2, writes.size()), verdicts);
            } else {
                writes.forEach(write -> verdicts[write.position()] = verdict);
            }
        }
    }

    private void createIndices(List<Write> writes) throws IOException {
        for (Write write : writes) {
            if (existing.add(write.layout().index(write.suffix()))) {
                new IndexSetup(client, write.layout()).createIndex(write.suffix());
            }
        }
    }

    private void index(List<Write> writes, Verdict[] verdicts) throws IOException {
        BulkRequest.Builder bulk = new BulkRequest.Builder();
        for (Write write : writes) {
            bulk.operations(op -> op.index(index -> index.index(write.layout().index(write.suffix()))
                    .id(write.id())
                    .version(write.version())
                    .versionType(write.version() == null ? null : VersionType.ExternalGte)
                    .document(write.json())));
        }
        List<BulkResponseItem> items = client.bulk(bulk.build()).items();
        for (int i = 0; i < writes.size(); i++) {
            BulkResponseItem item = items.get(i);
            int position = writes.get(i).position();
            if (item.status() < 300) {
                verdicts[position] = Verdict.STORED;
            } else if (ElasticFailures.isConflict(item.status())) {
                verdicts[position] = Verdict.STALE;
            } else {
                verdicts[position] = ElasticFailures.ofItem(item.status(), item.error());
                if (item.status() == 404) {
                    existing.clear();
                }
            }
        }
    }
}
