package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Alert;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import io.vigie.events.Topics;
import io.vigie.events.kafka.EventSerde;
import io.vigie.processor.novelty.KnownItem;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;

/** From press items to alerts: a pure function of the settings and the rules. */
public final class AlertTopology {

    private static final String SHADOW_STORE = "last-shadow-alerts";

    private AlertTopology() {}

    /**
     * Builds the topology; nothing is started.
     *
     * @param rules offered whatever is published, and shared by all tasks; for this topology only
     * @param meters receives {@code vigie.processor.items} (by novelty), {@code .items.late}, {@code .classified},
     *     {@code .matches} (by theme), {@code .alerts} (by status), {@code .stories.merged}, {@code .stories.undecided},
     *     {@code .stories.failed}, {@code .surges}, {@code .coverage.late} and {@code .rule.errors}; the rule set on trial
     *     has its own, {@code .shadow.alerts}, {@code .shadow.failed} and {@code .shadow.rulesets}
     */
    public static Topology build(TopologySettings settings, RulesInForce rules, MeterRegistry meters) {
        StreamsBuilder builder = new StreamsBuilder();
        RulesInForce trial = rules.onTrial(meters);
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(RuleSetReader.STORE), Serdes.String(), Serdes.ByteArray()),
                settings.topics().themes(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("themes"),
                () -> new RuleSetReader(rules, trial));
        stores(builder);
        KStream<String, FiledItem> classified = builder.stream(
                        settings.topics().pressItems(),
                        Consumed.with(Serdes.String(), EventSerde.of(PressItem.class))
                                .withTimestampExtractor(new EventTimeExtractor())
                                .withName("press-items"))
                .processValues(
                        () -> new NoveltyProcessor(meters),
                        Named.as("novelty"),
                        NoveltyProcessor.STORE,
                        NoveltyProcessor.TEXTS)
                .processValues(
                        () -> new ClassifyProcessor(rules, settings.topics().themes(), meters), Named.as("classify"));
        KStream<String, FiledItem> placed = new StoryFlow(builder, settings, meters).place(classified);
        Outputs.write(
                placed.processValues(() -> new ClassifiedProcessor(meters), Named.as("classified")),
                ClassifiedItem.class,
                settings.topics().classifiedItems(),
                "classified-items");
        KStream<String, Alert> alerts =
                placed.processValues(() -> new AlertProcessor(meters), Named.as("alert"), AlertProcessor.STORE);
        Outputs.write(alerts, Alert.class, settings.topics().alerts(), "alerts");
        shadow(placed, trial, settings.topics(), meters);
        TogetherFlow together = new TogetherFlow(builder, settings, meters);
        together.coverage(alerts);
        together.divergences(placed);
        together.formulas(placed, settings.formulas());
        return builder.build();
    }

    /** What the rule set on trial would have raised, where nobody is told of it. */
    private static void shadow(
            KStream<String, FiledItem> placed, RulesInForce trial, Topics topics, MeterRegistry meters) {
        KStream<String, Alert> alerts = placed.processValues(
                        () -> new TrialProcessor(trial, topics.themes(), meters), Named.as("trial"))
                .processValues(
                        () -> new AlertProcessor(SHADOW_STORE, "vigie.processor.shadow.alerts", meters),
                        Named.as("shadow-alert"),
                        SHADOW_STORE);
        Outputs.write(alerts, Alert.class, topics.shadowAlerts(), "shadow-alerts");
    }

    private static void stores(StreamsBuilder builder) {
        builder.addStateStore(Forms.store(SHADOW_STORE, Serdes.String(), EventSerde.of(Alert.class)));
        builder.addStateStore(Forms.store(NoveltyProcessor.STORE, Serdes.String(), EventSerde.of(KnownItem.class)));
        builder.addStateStore(Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(
                                NoveltyProcessor.TEXTS, NoveltyProcessor.TEXTS_KEPT, Duration.ofDays(1), false),
                        Serdes.String(),
                        PackedText.serde())
                // Its records have event time, and Kafka would delete the text of an old page the day it is read.
                .withLoggingEnabled(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime")));
        builder.addStateStore(Forms.store(AlertProcessor.STORE, Serdes.String(), EventSerde.of(Alert.class)));
    }
}
