package io.vigie.processor.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.Provenance;
import io.vigie.events.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/** Applies the rule set in force to the whole of one item, and says where the item stands. */
final class ClassifyProcessor extends ContextualFixedKeyProcessor<String, NovelItem, FiledItem> {

    private static final int UNKNOWN = -1;

    private final RulesInForce rules;
    private final String themes;
    private final MeterRegistry meters;
    private final Counter ruleErrors;

    /**
     * Applies shared rules.
     *
     * @param themes topic of the rule sets
     */
    ClassifyProcessor(RulesInForce rules, String themes, MeterRegistry meters) {
        this.rules = rules;
        this.themes = themes;
        this.meters = meters;
        this.ruleErrors = meters.counter("vigie.processor.rule.errors"); // there from the start, so that 0 can be seen
    }

    @Override
    public void init(FixedKeyProcessorContext<String, FiledItem> context) {
        super.init(context);
        // A store that was restored need not have gone through its reader.
        KeyValueStore<String, byte[]> ruleSets = context.getStateStore(RuleSetReader.STORE);
        byte[] active = ruleSets.get(RuleSet.ACTIVE);
        if (active != null) {
            rules.offer(active, themes, UNKNOWN, UNKNOWN);
        }
    }

    @Override
    public void process(FixedKeyRecord<String, NovelItem> record) {
        NovelItem novel = record.value();
        PressItem item = novel.item();
        Classification classification = novel.novelty() == Novelty.WITHDRAWN
                ? new Classification(
                        rules.hash(), Objects.requireNonNullElse(item.language(), "und"), List.of(), List.of())
                : rules.classify(item);
        classification
                .themes()
                .forEach(match -> meters.counter("vigie.processor.matches", "theme", match.theme())
                        .increment());
        ruleErrors.increment(classification.errors().size());
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        ClassifiedItem classified = new ClassifiedItem(
                item, novel.known().revision(), novel.novelty(), classification, item.id(), provenance(item), now);
        FiledItem filed = new FiledItem(classified, novel.known().filedAt(), record.timestamp(), novel.diff());
        context().forward(record.withValue(filed));
    }

    private Provenance provenance(PressItem item) {
        RecordMetadata source = context().recordMetadata().orElseThrow();
        return new Provenance(source.topic(), source.partition(), source.offset(), item.snapshot());
    }
}
