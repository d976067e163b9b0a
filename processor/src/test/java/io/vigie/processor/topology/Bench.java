package io.vigie.processor.topology;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.Evidence;
import io.vigie.events.PressItem;
import io.vigie.events.RuleSet;
import io.vigie.events.Story;
import io.vigie.events.StoryNote;
import io.vigie.events.ThemeMatch;
import io.vigie.events.Topics;
import io.vigie.events.kafka.EventSerde;
import io.vigie.processor.story.Placed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on the test driver, with a rule set of one word: an item that says "arms" has a theme. */
final class Bench implements AutoCloseable {

    static final Topics TOPICS = new Topics("test.");
    static final Instant NOW = Instant.parse("2027-04-09T10:00:03Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, PressItem> items;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, Story> stories;
    private final TestInputTopic<String, StoryNote> notes;

    Bench() {
        this(TopologySettings.of(TOPICS, 1));
    }

    Bench(TopologySettings settings) {
        Properties p = new Properties();
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        p.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, TOPICS.deadLetters());
        p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        p.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        p.put(DeadLetterHandler.METERS, meters);
        driver = new TopologyTestDriver(
                AlertTopology.build(settings, new RulesInForce(Bench::compile, RefusedRuleSets.UNTOLD, meters), meters),
                p,
                NOW);
        items = driver.createInputTopic(TOPICS.pressItems(), new StringSerializer(), EventSerde.of(PressItem.class));
        notes = driver.createInputTopic(TOPICS.storyNotes(), new StringSerializer(), EventSerde.of(StoryNote.class));
        alerts = output(TOPICS.alerts(), Alert.class);
        stories = output(TOPICS.stories(), Story.class);
        themes().pipeInput(RuleSet.ACTIVE, RuleSet.of("arms"));
    }

    TestInputTopic<String, RuleSet> themes() {
        return driver.createInputTopic(TOPICS.themes(), new StringSerializer(), EventSerde.of(RuleSet.class));
    }

    void endTrial() {
        driver.createInputTopic(TOPICS.themes(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(RuleSet.TRIAL, null));
    }

    static Function<PressItem, Classification> compile(RuleSet set) {
        String word = set.yaml();
        return item -> {
            if (item.headline().equals("explode") || word.equals("explode")) {
                throw new IllegalStateException("a fault in one item");
            }
            String body = item.body();
            boolean hit = item.headline().contains(word) || body.contains(word);
            int at = body.lastIndexOf(". ", Math.max(0, body.indexOf(word))) < 0
                    ? 0
                    : body.lastIndexOf(". ", body.indexOf(word)) + 2;
            int end = body.indexOf('.', at) < 0 ? body.length() : body.indexOf('.', at) + 1;
            Evidence evidence = new Evidence("r1", Evidence.Field.BODY, at, end, body.substring(at, end));
            return new Classification(
                    set.hash(),
                    item.language() == null ? "und" : item.language(),
                    hit ? List.of(new ThemeMatch("defence-industry", 0.9, List.of(evidence))) : List.of(),
                    List.of());
        };
    }

    <T> TestOutputTopic<String, T> output(String topic, Class<T> type) {
        return driver.createOutputTopic(topic, new StringDeserializer(), EventSerde.of(type));
    }

    TestOutputTopic<byte[], byte[]> deadLetters() {
        return driver.createOutputTopic(TOPICS.deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    TestOutputTopic<String, ClassifiedItem> classified() {
        return output(TOPICS.classifiedItems(), ClassifiedItem.class);
    }

    void publish(PressItem item) {
        items.pipeInput(item.id(), item, item.detectedAt());
    }

    void publishBytes(String key, byte[] bytes) {
        driver.createInputTopic(TOPICS.pressItems(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, bytes, Items.PUBLISHED);
    }

    void advance(Duration wallClock) {
        driver.advanceWallClockTime(wallClock);
    }

    TestOutputTopic<String, Alert> alerts() {
        return alerts;
    }

    TestOutputTopic<String, Story> stories() {
        return stories;
    }

    TestInputTopic<String, StoryNote> notes() {
        return notes;
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    List<String> storyItems() {
        List<String> ids = new ArrayList<>();
        try (var all =
                driver.<String, Placed>getKeyValueStore(StoreMemory.ITEMS).all()) {
            all.forEachRemaining(entry -> ids.add(entry.key));
        }
        return ids;
    }

    @Override
    public void close() {
        driver.close();
    }
}
