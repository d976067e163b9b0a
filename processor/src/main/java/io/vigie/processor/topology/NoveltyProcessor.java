package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.RevisionDiff;
import io.vigie.processor.novelty.KnownItem;
import io.vigie.processor.novelty.NoveltyStep;
import io.vigie.processor.novelty.TextChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/** Drops duplicates, counted; everything else goes on with its revision number. */
final class NoveltyProcessor extends ContextualFixedKeyProcessor<String, PressItem, NovelItem> {

    static final String STORE = "known-items";
    static final String TEXTS = "known-texts";

    /** How long a text is kept to compare the next revision with: silent edits come within hours. */
    static final Duration TEXTS_KEPT = Duration.ofDays(7);

    private static final Duration LATE = Duration.ofDays(1);

    private final MeterRegistry meters;
    private KeyValueStore<String, KnownItem> known;
    private WindowStore<String, String> texts;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    NoveltyProcessor(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, NovelItem> context) {
        super.init(context);
        known = context.getStateStore(STORE);
        texts = context.getStateStore(TEXTS);
    }

    @Override
    public void process(FixedKeyRecord<String, PressItem> record) {
        PressItem item = record.value();
        if (item == null) {
            erase(record.key());
            return;
        }
        if (!item.id().equals(record.key())) {
            throw new IllegalArgumentException("record key " + record.key() + " is not the id of item " + item.id());
        }
        NoveltyStep.Verdict verdict = NoveltyStep.judge(known.get(record.key()), item);
        meters.counter(
                        "vigie.processor.items",
                        "novelty",
                        verdict.novelty().name().toLowerCase(java.util.Locale.ROOT))
                .increment();
        if (record.timestamp() + LATE.toMillis() < context().currentStreamTimeMs()) {
            meters.counter("vigie.processor.items.late").increment();
        }
        if (verdict.novelty() != Novelty.DUPLICATE) {
            RevisionDiff diff = verdict.novelty() == Novelty.REVISION ? TextChange.between(lastText(item), item) : null;
            if (verdict.novelty() != Novelty.WITHDRAWN) {
                texts.put(record.key(), TextChange.text(item), seen(item));
            }
            known.put(record.key(), verdict.known());
            context().forward(record.withValue(new NovelItem(item, verdict.novelty(), verdict.known(), diff)));
        }
    }

    /** Pages are withdrawn, not deleted: an item without a value was erased on request. */
    private void erase(String id) {
        meters.counter("vigie.processor.items", "novelty", "erased").increment();
        known.delete(id);
        List<Long> times = new ArrayList<>();
        try (WindowStoreIterator<String> all = texts.fetch(id, 0, Long.MAX_VALUE)) {
            all.forEachRemaining(text -> times.add(text.key));
        }
        times.forEach(time -> texts.put(id, null, time));
    }

    private @Nullable String lastText(PressItem item) {
        String last = null;
        long now = seen(item);
        try (WindowStoreIterator<String> all = texts.fetch(item.id(), now - TEXTS_KEPT.toMillis(), now)) {
            while (all.hasNext()) {
                last = all.next().value;
            }
        }
        return last;
    }

    /** Texts are kept by the time at which they were read; a clock that is ahead must not make all others look old. */
    private long seen(PressItem item) {
        return Math.min(item.detectedAt().toEpochMilli(), context().currentSystemTimeMs());
    }
}
