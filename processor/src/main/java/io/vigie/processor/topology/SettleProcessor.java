package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.processor.novelty.KnownItem;
import io.vigie.processor.story.Merge;
import io.vigie.processor.story.Placement;
import io.vigie.processor.story.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Decides on an item's story when all parts of the index have answered, and lets the item go on. An alert never waits longer
 * than {@code patience} for its story: the item then goes on with what is known, and an answer that comes later is told as a
 * merge.
 */
final class SettleProcessor extends ContextualProcessor<String, StoryAnswer, String, Turn> {

    static final String WAITING = "awaiting-items";
    static final String AWAITED = "awaited-stories";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Duration patience;
    private final MeterRegistry meters;
    private KeyValueStore<String, KnownItem> known;
    private KeyValueStore<String, FiledItems> waiting;
    private KeyValueStore<String, Awaiting> awaited;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process.
    SettleProcessor(Duration patience, MeterRegistry meters) {
        this.patience = patience;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Turn> context) {
        super.init(context);
        known = context.getStateStore(NoveltyProcessor.STORE);
        waiting = context.getStateStore(WAITING);
        awaited = context.getStateStore(AWAITED);
        context.schedule(BETWEEN_LOOKS, PunctuationType.WALL_CLOCK_TIME, this::letGo);
    }

    @Override
    public void process(Record<String, StoryAnswer> record) {
        Awaiting now = awaited.get(record.key());
        if (now == null) {
            tooLate(record);
            return;
        }
        Awaiting next = now.with(record.value());
        if (next.parts().isEmpty()) {
            settle(record.key(), next, record.timestamp());
        } else {
            awaited.put(record.key(), next);
        }
    }

    /** The item went on without this answer. */
    private void tooLate(Record<String, StoryAnswer> record) {
        KnownItem item = known.get(record.key());
        String story = item == null ? null : item.storyId();
        if (item != null && story != null) {
            Sighting settled = story.equals(record.key())
                    ? Sighting.NOTHING
                    : new Sighting(List.of(new Sighting.Near(story, item.storyAge(), 1)), List.of());
            Placement.of(
                            record.key(),
                            record.value().age(),
                            List.of(record.value().sighting(), settled))
                    .merges()
                    .forEach(merge -> tell(
                            merge,
                            record.timestamp(),
                            record.value().sighting().near().isEmpty()
                                    ? Set.of(record.value().part())
                                    : null));
        }
    }

    private void letGo(long now) {
        List<KeyValue<String, Awaiting>> impatient = new ArrayList<>();
        try (KeyValueIterator<String, Awaiting> all = awaited.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.since() + patience.toMillis() <= now) {
                    impatient.add(entry);
                }
            });
        }
        impatient.forEach(entry -> {
            meters.counter("vigie.processor.stories.undecided").increment();
            settle(entry.key, entry.value, context().currentStreamTimeMs());
        });
    }

    private void settle(String itemId, Awaiting answers, long timestamp) {
        Placement placement = Placement.of(itemId, answers.age(), answers.sightings());
        awaited.put(itemId, null); // Unlike delete, reads nothing.
        KnownItem item = known.get(itemId);
        if (item != null) {
            known.put(itemId, item.in(placement.storyId(), placement.age()));
        }
        FiledItems items = waiting.delete(itemId);
        if (items != null) {
            items.items().forEach(filed -> {
                Turn settled = new Turn.Settled(filed.in(placement.storyId()));
                context().forward(new Record<>(itemId, settled, filed.eventTime()));
            });
        }
        // The item's own story is known where nothing else was, and nobody else needs to hear that it is none.
        placement
                .merges()
                .forEach(merge -> tell(merge, timestamp, merge.younger().equals(itemId) ? answers.opened() : null));
    }

    private void tell(Merge merge, long timestamp, @Nullable Set<Integer> parts) {
        meters.counter("vigie.processor.stories.merged").increment();
        context()
                .forward(new Record<>(
                        merge.younger(), new Turn.Merged(merge, Instant.ofEpochMilli(timestamp), parts), timestamp));
    }
}
