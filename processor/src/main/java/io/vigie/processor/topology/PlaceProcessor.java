package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.PressItem;
import io.vigie.processor.novelty.KnownItem;
import io.vigie.processor.story.Fingerprint;
import io.vigie.processor.story.Fingerprinter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Puts an item where its story is known, and asks the story index where it is not. The item waits in the task's own store
 * while the parts of the index are asked; a later revision of an item that waits waits behind it.
 */
final class PlaceProcessor extends ContextualFixedKeyProcessor<String, FiledItem, Turn> {

    private final Fingerprinter fingerprinter;
    private final int partitions;
    private final MeterRegistry meters;
    private KeyValueStore<String, KnownItem> known;
    private KeyValueStore<String, FiledItems> waiting;
    private KeyValueStore<String, Awaiting> awaited;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    PlaceProcessor(Fingerprinter fingerprinter, int partitions, MeterRegistry meters) {
        this.fingerprinter = fingerprinter;
        this.partitions = partitions;
        this.meters = meters;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Turn> context) {
        super.init(context);
        known = context.getStateStore(NoveltyProcessor.STORE);
        waiting = context.getStateStore(SettleProcessor.WAITING);
        awaited = context.getStateStore(SettleProcessor.AWAITED);
    }

    @Override
    public void process(FixedKeyRecord<String, FiledItem> record) {
        FiledItem item = record.value();
        KnownItem state = Objects.requireNonNull(known.get(record.key()), "novelty knows every item that goes on");
        String story = state.storyId();
        FiledItems before = waiting.get(record.key());
        if (story != null) {
            settle(record, item, story);
        } else if (before != null) {
            waiting.put(record.key(), before.with(item));
        } else {
            ask(record, item, state);
        }
    }

    private void ask(FixedKeyRecord<String, FiledItem> record, FiledItem filed, KnownItem state) {
        PressItem item = filed.classified().item();
        Fingerprint print = fingerprint(item, Instant.ofEpochMilli(record.timestamp()));
        long age = item.detectedAt().toEpochMilli();
        Set<Integer> parts = StoryProbe.parts(print, partitions);
        if (parts.isEmpty()) {
            known.put(record.key(), state.in(item.id(), age));
            settle(record, filed, item.id());
            return;
        }
        waiting.put(record.key(), new FiledItems(List.of(filed)));
        awaited.put(record.key(), Awaiting.all(context().currentSystemTimeMs(), age, parts));
        int home = context().taskId().partition();
        context().forward(record.withValue(new Turn.Ask(parts, Bytes.wrap(new StoryProbe(home, age, print).encode()))));
    }

    /** An alert must not fail for its story: an item that cannot be read for clues has a story of its own. */
    private Fingerprint fingerprint(PressItem item, Instant at) {
        try {
            return fingerprinter.of(item.id(), at, item.language(), item.headline(), item.body());
        } catch (RuntimeException e) {
            meters.counter("vigie.processor.stories.failed").increment();
            return fingerprinter.of(item.id(), at, item.language(), "", "");
        }
    }

    private void settle(FixedKeyRecord<String, FiledItem> record, FiledItem item, String story) {
        context().forward(record.withValue(new Turn.Settled(item.in(story))));
    }
}
