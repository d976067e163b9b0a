package io.vigie.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.events.DeadLetter;
import io.vigie.events.FetchState;
import io.vigie.events.PageState;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.Topics;
import io.vigie.events.WatchEntry;
import io.vigie.events.json.JsonCodec;
import io.vigie.events.kafka.CloudEventHeaders;
import io.vigie.events.kafka.DeadLetterHeaders;
import io.vigie.ingest.watch.Change;
import io.vigie.ingest.watch.Refusal;
import io.vigie.ingest.watch.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A {@link Change} as the records of one transaction. */
final class ChangeRecords {

    private static final int NEVER_WRITTEN = -1;

    private final Topics topics;
    private final int partition;
    private final JsonCodec<WatchEntry> entries = JsonCodec.of(WatchEntry.class);
    private final JsonCodec<FetchState> states = JsonCodec.of(FetchState.class);
    private final JsonCodec<PageState> pages = JsonCodec.of(PageState.class);
    private final JsonCodec<PressItem> items = JsonCodec.of(PressItem.class);

    /**
     * For the sources of one partition.
     *
     * @param partition of the sources; what is remembered of them goes to the same one
     */
    ChangeRecords(Topics topics, int partition) {
        this.topics = topics;
        this.partition = partition;
    }

    List<ProducerRecord<String, byte[]>> of(Change change) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        PressItem item = change.item();
        if (item != null) {
            records.add(item(item));
        }
        Snapshot snapshot = change.snapshot();
        if (snapshot != null) {
            records.add(snapshot(snapshot));
        }
        FetchState state = change.state();
        if (state != null) {
            records.add(remembered(state.key(), states.encode(state)));
        }
        change.pages().forEach(page -> records.add(remembered(page.key(), pages.encode(page))));
        change.forgotten().forEach(page -> records.add(forgotten(page.key())));
        Refusal refusal = change.refusal();
        if (refusal != null) {
            records.add(deadLetter(refusal));
        }
        WatchEntry entry = change.entry();
        records.add(new ProducerRecord<>(topics.watchLedger(), entry.sourceId(), entries.encode(entry)));
        return records;
    }

    /** A tombstone. */
    ProducerRecord<String, byte[]> forgotten(String key) {
        return new ProducerRecord<>(topics.fetchState(), partition, key, null);
    }

    private ProducerRecord<String, byte[]> remembered(String key, byte[] value) {
        return new ProducerRecord<>(topics.fetchState(), partition, key, value);
    }

    private ProducerRecord<String, byte[]> item(PressItem item) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topics.pressItems(), item.id(), items.encode(item));
        String state = item.pubStatus() == PubStatus.CANCELED ? "canceled" : String.valueOf(item.snapshot());
        String id = item.id() + "/" + state + "/" + item.detectedAt();
        new CloudEventHeaders(id, "/vigie/ingest/" + item.outlet().id(), "io.vigie.press-item.v1", item.detectedAt())
                .writeTo(record.headers());
        return record;
    }

    /** With the item, its body left out, in place of the record that cannot be had there either. */
    private ProducerRecord<String, byte[]> deadLetter(Refusal refusal) {
        PressItem item = refusal.item();
        boolean whole = refusal.part() == Refusal.Part.ITEM;
        DeadLetter letter = new DeadLetter(
                whole ? topics.pressItems() : topics.pageSnapshots(),
                NEVER_WRITTEN,
                NEVER_WRITTEN,
                "ingest.publish",
                refusal.cause(),
                refusal.message());
        String key = whole || item.snapshot() == null ? item.id() : item.snapshot();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topics.deadLetters(), null, key, items.encode(item));
        DeadLetterHeaders.addTo(record.headers(), letter);
        return record;
    }

    private ProducerRecord<String, byte[]> snapshot(Snapshot snapshot) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topics.pageSnapshots(), snapshot.sha256(), gzip(snapshot.bytes()));
        record.headers()
                .add("content-encoding", "gzip".getBytes(UTF_8))
                .add("vigie_uri", snapshot.uri().toString().getBytes(UTF_8))
                .add("vigie_status", Integer.toString(snapshot.status()).getBytes(UTF_8))
                .add("vigie_fetched_at", snapshot.at().toString().getBytes(UTF_8));
        if (snapshot.contentType() != null) {
            record.headers().add("content-type", snapshot.contentType().getBytes(UTF_8));
        }
        return record;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return packed.toByteArray();
    }
}
