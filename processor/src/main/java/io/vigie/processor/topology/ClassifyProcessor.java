package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.Provenance;
import io.vigie.events.kafka.CloudEventHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Applies the rule set in force to the whole of one item, and says where the item stands. */
final class ClassifyProcessor extends ContextualFixedKeyProcessor<String, NovelItem, FiledItem> {

    static final String RULE_SETS = "rule-sets";

    private final RulesInForce rules;
    private final MeterRegistry meters;

    ClassifyProcessor(RulesInForce rules, MeterRegistry meters) {
        this.rules = rules;
        this.meters = meters;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, FiledItem> context) {
        super.init(context);
        KeyValueStore<String, ValueAndTimestamp<byte[]>> store = context.getStateStore(RULE_SETS);
        rules.readFrom(store);
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
        classification
                .errors()
                .forEach(error -> meters.counter("vigie.processor.rule.errors").increment());
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        ClassifiedItem classified = new ClassifiedItem(
                item, novel.known().revision(), novel.novelty(), classification, item.id(), provenance(item), now);
        new CloudEventHeaders(
                        item.id() + "/" + classified.revision(), "/vigie/processor", "io.vigie.classified-item.v1", now)
                .writeTo(record.headers());
        context()
                .forward(
                        record.withValue(new FiledItem(classified, novel.known().filedAt())));
    }

    private Provenance provenance(PressItem item) {
        RecordMetadata source = context().recordMetadata().orElseThrow();
        return new Provenance(source.topic(), source.partition(), source.offset(), item.snapshot());
    }
}
