package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.processor.novelty.KnownItem;
import io.vigie.processor.novelty.NoveltyStep;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/** Drops duplicates, counted; everything else goes on with its revision number. */
final class NoveltyProcessor extends ContextualFixedKeyProcessor<String, PressItem, NovelItem> {

    static final String STORE = "known-items";

    private final MeterRegistry meters;
    private KeyValueStore<String, KnownItem> known;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    NoveltyProcessor(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, NovelItem> context) {
        super.init(context);
        known = context.getStateStore(STORE);
    }

    @Override
    public void process(FixedKeyRecord<String, PressItem> record) {
        PressItem item = Objects.requireNonNull(record.value(), "an item topic holds no tombstones");
        if (!item.id().equals(record.key())) {
            throw new IllegalArgumentException("record key " + record.key() + " is not the id of item " + item.id());
        }
        NoveltyStep.Verdict verdict = NoveltyStep.judge(known.get(record.key()), item);
        meters.counter(
                        "vigie.processor.items",
                        "novelty",
                        verdict.novelty().name().toLowerCase(java.util.Locale.ROOT))
                .increment();
        if (verdict.novelty() != Novelty.DUPLICATE) {
            known.put(record.key(), verdict.known());
            context().forward(record.withValue(new NovelItem(item, verdict.novelty(), verdict.known())));
        }
    }
}
