package io.vigie.processor.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.PressItem;
import io.vigie.events.RuleSet;
import io.vigie.events.Topics;
import io.vigie.events.kafka.EventSerde;
import io.vigie.processor.novelty.KnownItem;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From press items to alerts: a pure function of the topics' names and the rule compiler. */
public final class AlertTopology {

    private AlertTopology() {}

    /**
     * Builds the topology; nothing is started.
     *
     * @param topics names of the topics
     * @param compiler makes a classifier of a rule set; throws when the set cannot be used. All tasks share what it makes;
     *     a classifier that is {@link AutoCloseable} is closed when it is replaced
     * @param refusals is told of every rule set that was refused
     * @param meters receives {@code vigie.processor.items} (by novelty), {@code .matches} (by theme), {@code .alerts} (by
     *     status), {@code .rule.errors}, {@code .rulesets.refused} and {@code .rulesets.current}
     */
    public static Topology build(
            Topics topics,
            Function<RuleSet, ? extends Function<PressItem, Classification>> compiler,
            RefusedRuleSets refusals,
            MeterRegistry meters) {
        StreamsBuilder builder = new StreamsBuilder();
        RulesInForce rules = new RulesInForce(compiler, refusals, meters);
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(RuleSetReader.STORE), Serdes.String(), Serdes.ByteArray()),
                topics.themes(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("themes"),
                () -> new RuleSetReader(rules));
        builder.addStateStore(store(NoveltyProcessor.STORE, KnownItem.class));
        builder.addStateStore(store(AlertProcessor.STORE, Alert.class));

        KStream<String, FiledItem> classified = builder.stream(
                        topics.pressItems(),
                        Consumed.with(Serdes.String(), EventSerde.of(PressItem.class))
                                .withName("press-items"))
                .processValues(() -> new NoveltyProcessor(meters), Named.as("novelty"), NoveltyProcessor.STORE)
                .processValues(() -> new ClassifyProcessor(rules, topics.themes(), meters), Named.as("classify"));
        classified
                .mapValues(FiledItem::classified, Named.as("classified"))
                .to(
                        topics.classifiedItems(),
                        Produced.with(Serdes.String(), EventSerde.of(ClassifiedItem.class))
                                .withName("classified-items"));
        classified
                .processValues(() -> new AlertProcessor(meters), Named.as("alert"), AlertProcessor.STORE)
                .to(
                        topics.alerts(),
                        Produced.with(Serdes.String(), EventSerde.of(Alert.class))
                                .withName("alerts"));
        return builder.build();
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Class<T> type) {
        Serde<T> values = EventSerde.of(type);
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
