package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Coverage;
import io.vigie.events.Divergence;
import io.vigie.events.FormulaChange;
import io.vigie.events.Novelty;
import io.vigie.events.RevisionDiff;
import io.vigie.events.Surge;
import io.vigie.events.ThemeMatch;
import io.vigie.events.kafka.EventSerde;
import io.vigie.processor.divergence.EditionGroup;
import io.vigie.processor.formula.FormulaSighting;
import io.vigie.processor.formula.FormulaState;
import io.vigie.processor.formula.Formulas;
import io.vigie.processor.surge.HourlyCounts;
import io.vigie.processor.surge.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/** What many items say together: coverage and surges, divergences between editions, drift of formulas. */
final class TogetherFlow {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final StreamsBuilder builder;
    private final TopologySettings settings;
    private final MeterRegistry meters;

    TogetherFlow(StreamsBuilder builder, TopologySettings settings, MeterRegistry meters) {
        this.builder = builder;
        this.settings = settings;
        this.meters = meters;
    }

    /** Counts what alerts: a theme counts once an item, when the item has it first. */
    void coverage(KStream<String, Alert> alerts) {
        builder.addStateStore(Forms.store(CoverageProcessor.STORE, Serdes.String(), EventSerde.of(HourlyCounts.class)));
        KStream<String, Object> counted = alerts.processValues(AlertTimeProcessor::new, Named.as("coverage-of-alert"))
                .flatMap(
                        (id, counts) -> counts.stream()
                                .map(count -> KeyValue.pair(count.scope().key(), count))
                                .toList(),
                        Named.as("coverage-by-scope"))
                .repartition(repartitioned("coverage-counts", CoverageCount.class))
                .process(() -> new CoverageProcessor(meters), Named.as("cover"), CoverageProcessor.STORE);
        Outputs.write(
                counted.mapValues(Coverage.class::cast, Named.as(CoverageProcessor.COUNTED)),
                Coverage.class,
                settings.topics().coverage(),
                "coverage");
        Outputs.write(
                counted.mapValues(Surge.class::cast, Named.as(CoverageProcessor.SURGED)),
                Surge.class,
                settings.topics().surges(),
                "surges");
    }

    /** One count for each scope of each theme that the item did not have before. */
    static List<CoverageCount> counts(Alert alert, long eventTime) {
        RevisionDiff diff = alert.diff();
        Stream<String> gained = switch (alert.status()) {
            case NEW -> alert.themes().stream().map(ThemeMatch::theme);
            case AMENDED -> diff == null ? Stream.of() : diff.themesGained().stream();
            case RETRACTED -> Stream.of();
        };
        List<CoverageCount> counts = new ArrayList<>();
        gained.forEach(theme -> Scope.of(theme, alert.outlet())
                .forEach(scope -> counts.add(new CoverageCount(scope, eventTime / HOUR))));
        return counts;
    }

    /** Compares editions. */
    void divergences(KStream<String, FiledItem> placed) {
        builder.addStateStore(Forms.store(EditionProcessor.STORE, Serdes.String(), EventSerde.of(EditionGroup.class)));
        builder.addStateStore(
                Forms.store(EditionNotesProcessor.STORE, Serdes.String(), EventSerde.of(PublisherLanguages.class)));
        KStream<String, Divergence> found = placed.process(
                        EditionNotesProcessor::new, Named.as("editions-of-item"), EditionNotesProcessor.STORE)
                .repartition(repartitioned("edition-notes", EditionNote.class))
                .process(
                        () -> new EditionProcessor(settings.stories().window()),
                        Named.as("compare-editions"),
                        EditionProcessor.STORE);
        Outputs.write(found, Divergence.class, settings.topics().divergences(), "divergences");
    }

    /** Follows formulas. */
    void formulas(KStream<String, FiledItem> placed, Formulas formulas) {
        builder.addStateStore(Forms.store(FormulaProcessor.STORE, Serdes.String(), EventSerde.of(FormulaState.class)));
        KStream<String, FormulaChange> changes = placed.flatMap(
                        (id, item) -> sightings(item, formulas).stream()
                                .map(sighting -> KeyValue.pair(sighting.key(), sighting))
                                .toList(),
                        Named.as("formulas-of-item"))
                .repartition(repartitioned("formula-sightings", FormulaSighting.class))
                .process(FormulaProcessor::new, Named.as("follow-formulas"), FormulaProcessor.STORE);
        Outputs.write(changes, FormulaChange.class, settings.topics().formulaChanges(), "formula-changes");
    }

    private static List<FormulaSighting> sightings(FiledItem filed, Formulas formulas) {
        ClassifiedItem item = filed.classified();
        Classification classification = item.classification();
        return item.novelty() == Novelty.WITHDRAWN
                ? List.of()
                : formulas.in(item.item(), item.revision(), classification.language(), filed.time());
    }

    private <V> Repartitioned<String, V> repartitioned(String name, Class<V> type) {
        return Repartitioned.<String, V>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(EventSerde.of(type))
                .withNumberOfPartitions(settings.partitions());
    }
}
