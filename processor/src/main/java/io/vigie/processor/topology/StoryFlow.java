package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.Story;
import io.vigie.events.StoryNote;
import io.vigie.events.ThemeMatch;
import io.vigie.events.kafka.EventSerde;
import io.vigie.processor.story.Fingerprinter;
import io.vigie.processor.story.Merge;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Which items tell of one event, across partitions. An item's fingerprint goes to the partitions that own one of its routes
 * ({@code story-probes}); each compares it with what it holds and answers to the item's own partition
 * ({@code story-answers}), which decides, lets the item go on, and tells those that may know the younger story of merges
 * ({@code story-merges}). No partition knows all, and none waits for more than the others' next commit.
 */
final class StoryFlow {

    private final StreamsBuilder builder;
    private final TopologySettings settings;
    private final MeterRegistry meters;

    StoryFlow(StreamsBuilder builder, TopologySettings settings, MeterRegistry meters) {
        this.builder = builder;
        this.settings = settings;
        this.meters = meters;
    }

    /** Puts items into stories; what comes out is in the order of the revisions of each item. */
    KStream<String, FiledItem> place(KStream<String, FiledItem> classified) {
        stores();
        Fingerprinter fingerprinter = new Fingerprinter();
        KStream<String, Turn> asked = classified.processValues(
                () -> new PlaceProcessor(fingerprinter, settings.partitions(), meters),
                Named.as("place"),
                NoveltyProcessor.STORE,
                SettleProcessor.WAITING,
                SettleProcessor.AWAITED);
        KStream<String, Turn> settled = answers(asked)
                .process(
                        () -> new SettleProcessor(settings.patience(), meters),
                        Named.as("settle"),
                        NoveltyProcessor.STORE,
                        SettleProcessor.WAITING,
                        SettleProcessor.AWAITED);
        merges(settled);
        KStream<String, FiledItem> placed = asked.merge(settled, Named.as("placed-or-settled"))
                .flatMapValues(
                        turn -> turn instanceof Turn.Settled s ? List.of(s.item()) : List.<FiledItem>of(),
                        Named.as("placed"));
        register(placed, settled);
        return placed;
    }

    private void stores() {
        builder.addStateStore(Forms.store(SettleProcessor.WAITING, Serdes.String(), EventSerde.of(FiledItems.class)));
        builder.addStateStore(Forms.store(SettleProcessor.AWAITED, Serdes.String(), EventSerde.of(Awaiting.class)));
        StoreMemory.stores().forEach(builder::addStateStore);
        builder.addStateStore(
                Forms.store(RegisterProcessor.STORE, Serdes.String(), EventSerde.of(RegisteredStory.class)));
    }

    private KStream<String, StoryAnswer> answers(KStream<String, Turn> asked) {
        return asked.flatMapValues(
                        turn -> turn instanceof Turn.Ask ask ? List.of(ask) : List.<Turn.Ask>of(), Named.as("probes"))
                .repartition(repartitioned(
                        "story-probes", Turn.Ask.serde(), (topic, key, ask, n) -> Optional.of(ask.parts())))
                .processValues(
                        () -> new MatchProcessor(settings.stories(), settings.partitions(), meters),
                        Named.as("match"),
                        StoreMemory.names())
                .repartition(repartitioned(
                        "story-answers",
                        EventSerde.of(StoryAnswer.class),
                        (topic, key, answer, n) -> Optional.of(Set.of(answer.home()))));
    }

    private void merges(KStream<String, Turn> settled) {
        settled.flatMapValues(
                        turn -> turn instanceof Turn.Merged merged ? List.of(merged) : List.<Turn.Merged>of(),
                        Named.as("merges"))
                .repartition(repartitioned(
                        "story-merges", Turn.Merged.serde(), (topic, key, merged, n) -> Optional.of(merged.told(n))))
                .process(() -> new MergeProcessor(settings.stories()), Named.as("merge"), StoreMemory.names());
    }

    private void register(KStream<String, FiledItem> placed, KStream<String, Turn> settled) {
        write(
                placed.map(
                        (id, item) -> KeyValue.pair(
                                item.classified().storyId(), StoryNote.reports(item.time(), List.of(report(item)))),
                        Named.as("reports")),
                "report-notes");
        write(
                settled.flatMap(
                        (id, turn) -> turn instanceof Turn.Merged merged ? List.of(note(merged)) : List.of(),
                        Named.as("merge-notes-for")),
                "merge-notes");
        KStream<String, Object> told = builder.stream(
                        settings.topics().storyNotes(),
                        Consumed.with(Serdes.String(), EventSerde.of(StoryNote.class))
                                .withTimestampExtractor(new EventTimeExtractor())
                                .withName("story-notes"))
                .process(RegisterProcessor::new, Named.as("register"), RegisterProcessor.STORE);
        Outputs.write(
                told.mapValues(Story.class::cast, Named.as(RegisterProcessor.TOLD)),
                Story.class,
                settings.topics().stories(),
                "stories");
        write(told.mapValues(StoryNote.class::cast, Named.as(RegisterProcessor.SENT_ON)), "notes-sent-on");
    }

    private void write(KStream<String, StoryNote> notes, String name) {
        Outputs.write(notes, StoryNote.class, settings.topics().storyNotes(), name);
    }

    private static KeyValue<String, StoryNote> note(Turn.Merged merged) {
        Merge merge = merged.merge();
        return KeyValue.pair(merge.younger(), StoryNote.merged(merged.at(), merge.elder(), merge.elderAge()));
    }

    private <V> Repartitioned<String, V> repartitioned(
            String name, Serde<V> values, StreamPartitioner<String, V> partitioner) {
        return Repartitioned.<String, V>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(values)
                .withNumberOfPartitions(settings.partitions())
                .withStreamPartitioner(partitioner);
    }

    private static Story.Report report(FiledItem filed) {
        ClassifiedItem classified = filed.classified();
        PressItem item = classified.item();
        return new Story.Report(
                item.id(),
                classified.revision(),
                item.pubStatus() == PubStatus.CANCELED,
                item.outlet(),
                classified.classification().language(),
                item.headline(),
                item.uri(),
                item.datePublished(),
                filed.time(),
                classified.classification().themes().stream()
                        .map(ThemeMatch::theme)
                        .toList());
    }
}
