package io.vigie.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.ClassifiedItem;
import io.vigie.events.DeadLetter;
import io.vigie.events.Evidence;
import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.Provenance;
import io.vigie.events.PubStatus;
import io.vigie.events.RuleSet;
import io.vigie.events.ThemeMatch;
import io.vigie.events.Topics;
import io.vigie.events.kafka.DeadLetterHeaders;
import io.vigie.events.kafka.EventSerde;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertTopologyTest {

    private static final Topics TOPICS = new Topics("test.");
    private static final Instant PUBLISHED = Instant.parse("2025-04-09T10:00:00Z");
    private static final Instant NOW = Instant.parse("2025-04-09T10:00:03Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<DeadLetter> refusals = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> items;
    private TestInputTopic<String, RuleSet> themes;
    private TestOutputTopic<String, ClassifiedItem> classified;
    private TestOutputTopic<String, Alert> alerts;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    @BeforeEach
    void open() {
        Properties p = new Properties();
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        p.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, TOPICS.deadLetters());
        p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        p.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        driver = new TopologyTestDriver(
                AlertTopology.build(
                        TopologySettings.of(TOPICS, 1),
                        new RulesInForce(AlertTopologyTest::compile, (why, json) -> refusals.add(why), meters),
                        meters),
                p,
                NOW);
        items = driver.createInputTopic(TOPICS.pressItems(), new StringSerializer(), new ByteArraySerializer());
        themes = driver.createInputTopic(TOPICS.themes(), new StringSerializer(), EventSerde.of(RuleSet.class));
        classified = driver.createOutputTopic(
                TOPICS.classifiedItems(), new StringDeserializer(), EventSerde.of(ClassifiedItem.class));
        alerts = driver.createOutputTopic(TOPICS.alerts(), new StringDeserializer(), EventSerde.of(Alert.class));
        deadLetters = driver.createOutputTopic(
                TOPICS.deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        themes.pipeInput(RuleSet.ACTIVE, RuleSet.of("arms"));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    /** A rule set of one word: the theme is given when the headline holds it. */
    private static Function<PressItem, Classification> compile(RuleSet set) {
        String word = set.yaml();
        if (word.startsWith("broken")) {
            throw new IllegalArgumentException("does not compile");
        }
        return item -> {
            if (item.headline().equals("explode")) {
                throw new IllegalStateException("a fault in one item");
            }
            boolean hit = item.headline().contains(word);
            Evidence evidence = new Evidence("r1", Evidence.Field.HEADLINE, 0, 4, word);
            return new Classification(
                    set.hash(),
                    "en",
                    hit ? List.of(new ThemeMatch("defence-industry", 0.9, List.of(evidence))) : List.of(),
                    List.of());
        };
    }

    private static PressItem item(String id, String headline) {
        return new PressItem(
                id,
                URI.create("https://outlet.example/" + id),
                PubStatus.USABLE,
                headline,
                "A sentence.",
                List.of(),
                "en",
                PUBLISHED,
                null,
                new Outlet("outlet", "Outlet", "FR"),
                Map.of(),
                "ab12",
                PUBLISHED.plusSeconds(2));
    }

    private void publish(PressItem item) {
        items.pipeInput(item.id(), EventSerde.of(PressItem.class).serialize("", item));
    }

    @Test
    void alertsOnceForAnItemWithATheme() {
        publish(item("a", "new arms"));
        publish(item("a", "new  arms"));

        Alert alert = alerts.readValue();
        assertThat(alerts.isEmpty()).isTrue();
        assertThat(alert.status()).isEqualTo(Alert.Status.NEW);
        assertThat(alert.revision()).isEqualTo(1);
        assertThat(alert.themes()).extracting(ThemeMatch::theme).containsExactly("defence-industry");
        assertThat(alert.ruleset()).isEqualTo(RuleSet.of("arms").hash());
        assertThat(alert.provenance()).isEqualTo(new Provenance(TOPICS.pressItems(), 0, 0, "ab12"));
        assertThat(alert.latencyMs()).containsExactlyInAnyOrderEntriesOf(Map.of("seen", 2000L, "classified", 3000L));
        assertThat(classified.getQueueSize()).isEqualTo(1);
    }

    @Test
    void classifiesAnItemWithoutAThemeAndStaysSilent() {
        publish(item("a", "a concert"));
        assertThat(classified.readValue().classification().themes()).isEmpty();
        assertThat(alerts.isEmpty()).isTrue();
    }

    @Test
    void amendsWhenASilentEditGainsOrLosesATheme() {
        publish(item("a", "a concert"));
        publish(item("a", "arms after all"));
        publish(item("a", "a concert again"));

        List<Alert> amended = alerts.readValuesToList();
        assertThat(amended).extracting(Alert::status).containsOnly(Alert.Status.AMENDED);
        assertThat(amended).extracting(Alert::revision).containsExactly(2, 3);
        assertThat(amended.get(1).themes()).isEmpty();
        assertThat(amended.get(1).history())
                .containsExactly(new Alert.Earlier(
                        2,
                        Alert.Status.AMENDED,
                        "arms after all",
                        List.of("defence-industry"),
                        PUBLISHED.plusSeconds(2),
                        amended.get(0).diff()));
        assertThat(amended.get(0).diff()).isNotNull();
    }

    @Test
    void retractsAnAlertWhoseItemWasWithdrawnOnce() {
        publish(item("a", "arms"));
        publish(item("a", "arms").withdrawn(NOW));
        publish(item("a", "arms").withdrawn(NOW));

        List<Alert> told = alerts.readValuesToList();
        assertThat(told).extracting(Alert::status).containsExactly(Alert.Status.NEW, Alert.Status.RETRACTED);
        assertThat(told.get(1).themes()).isEqualTo(told.get(0).themes());
        assertThat(told.get(1).filedAt()).isEqualTo(PUBLISHED);
    }

    @Test
    void aWithdrawnItemWithoutAThemeIsNobodysBusiness() {
        publish(item("a", "a concert"));
        publish(item("a", "a concert").withdrawn(NOW));
        publish(item("b", "arms").withdrawn(NOW));
        assertThat(alerts.isEmpty()).isTrue();
    }

    @Test
    void switchesRuleSetsBetweenTwoItems() {
        publish(item("a", "arms"));
        themes.pipeInput(RuleSet.ACTIVE, RuleSet.of("concert"));
        publish(item("b", "a concert"));

        assertThat(alerts.readValuesToList())
                .extracting(Alert::ruleset)
                .containsExactly(
                        RuleSet.of("arms").hash(), RuleSet.of("concert").hash());
    }

    @Test
    void keepsTheLastGoodRuleSetWhenABrokenOneComes() {
        publish(item("a", "arms"));
        themes.pipeInput(RuleSet.ACTIVE, RuleSet.of("broken"));
        publish(item("b", "arms"));
        publish(item("c", "arms"));

        assertThat(alerts.readValuesToList())
                .extracting(Alert::ruleset)
                .containsOnly(RuleSet.of("arms").hash());
        assertThat(meters.counter("vigie.processor.rulesets.refused").count()).isEqualTo(1);
        assertThat(meters.get("vigie.processor.rulesets.current").gauge().value())
                .isZero();
    }

    @Test
    void tellsOfARefusedRuleSetBeforeAnyItemComes() {
        themes.pipeInput(RuleSet.ACTIVE, RuleSet.of("broken"));
        assertThat(refusals)
                .containsExactly(new DeadLetter(
                        TOPICS.themes(),
                        0,
                        1,
                        RulesInForce.STAGE,
                        IllegalArgumentException.class.getName(),
                        "does not compile"));
    }

    @Test
    void isUpToDateAgainWhenTheGoodRuleSetIsPublishedOnceMore() {
        themes.pipeInput(RuleSet.ACTIVE, RuleSet.of("broken"));
        themes.pipeInput(RuleSet.ACTIVE, RuleSet.of("arms"));
        assertThat(meters.get("vigie.processor.rulesets.current").gauge().value())
                .isEqualTo(1);
        publish(item("a", "arms"));
        assertThat(alerts.readValue().ruleset()).isEqualTo(RuleSet.of("arms").hash());
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheStreamGoesOn() {
        byte[] poison = "{not json".getBytes(UTF_8);
        items.pipeInput("p", poison);
        publish(item("b", "explode"));
        items.pipeInput("wrong-key", EventSerde.of(PressItem.class).serialize("", item("c", "arms")));
        publish(item("d", "arms"));

        assertThat(alerts.readValuesToList()).extracting(Alert::itemId).containsExactly("d");
        List<TestRecord<byte[], byte[]>> letters = deadLetters.readRecordsToList();
        assertThat(letters)
                .extracting(letter -> DeadLetterHeaders.read(letter.headers()).orElseThrow())
                .extracting(DeadLetter::stage, DeadLetter::offset)
                .containsExactly(
                        tuple("processor.deserialization", 0L),
                        tuple("processor.processing", 1L),
                        tuple("processor.processing", 2L));
        assertThat(letters.get(0).value()).isEqualTo(poison);
        assertThat(letters.get(1).key()).isEqualTo("b".getBytes(UTF_8));
    }

    @Test
    void everyItemIsAccountedFor() {
        publish(item("a", "arms"));
        publish(item("a", "arms"));
        publish(item("a", "more arms"));
        publish(item("a", "arms").withdrawn(NOW));
        double counted = meters.find("vigie.processor.items").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        assertThat(counted).isEqualTo(4);
        assertThat(classified.getQueueSize()).isEqualTo(3);
    }

    @Test
    void stopsRatherThanPassItemsOverWhenThereAreNoRules() {
        try (TopologyTestDriver bare = new TopologyTestDriver(
                AlertTopology.build(
                        TopologySettings.of(TOPICS, 1),
                        new RulesInForce(AlertTopologyTest::compile, RefusedRuleSets.UNTOLD, meters),
                        meters),
                new Properties(),
                NOW)) {
            var input =
                    bare.createInputTopic(TOPICS.pressItems(), new StringSerializer(), EventSerde.of(PressItem.class));
            assertThatThrownBy(() -> input.pipeInput("a", item("a", "arms")))
                    .hasStackTraceContaining("no usable rule set");
        }
    }
}
