package io.vigie.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.events.Classification;
import io.vigie.events.DeadLetter;
import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.Readiness;
import io.vigie.events.RuleSet;
import io.vigie.events.json.JsonCodec;
import io.vigie.processor.watch.Classifier;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesInForceTest {

    private static final PressItem ITEM = new PressItem(
            "a",
            URI.create("https://outlet.example/a"),
            PubStatus.USABLE,
            "The army buys tanks",
            "",
            List.of(),
            "en",
            Instant.EPOCH,
            null,
            new Outlet("outlet", "Outlet", "FR"),
            Map.of(),
            "ab12",
            Instant.EPOCH);

    private final List<String> compiled = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final List<DeadLetter> refused = new ArrayList<>();

    /** Notes what becomes of it; waits at its gate. */
    private final class Gated implements Function<PressItem, Classification>, AutoCloseable {

        private final RuleSet set;
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);

        Gated(RuleSet set) {
            this.set = set;
            compiled.add(set.yaml());
        }

        @Override
        public Classification apply(PressItem item) {
            entered.countDown();
            try {
                assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(closed).doesNotContain(set.yaml());
            return new Classification(set.hash(), "en", List.of(), List.of());
        }

        @Override
        public void close() {
            closed.add(set.yaml());
        }
    }

    private RulesInForce rules(Function<RuleSet, ? extends Function<PressItem, Classification>> compiler) {
        return new RulesInForce(compiler, (why, json) -> refused.add(why), new SimpleMeterRegistry());
    }

    private static void offer(RulesInForce rules, String yaml) {
        rules.offer(JsonCodec.of(RuleSet.class).encode(RuleSet.of(yaml)), "themes", 0, 7);
    }

    @Test
    void compilesASetOnceHoweverManyTasksOfferIt() {
        RulesInForce rules = rules(Gated::new);
        offer(rules, "one");
        offer(rules, "one");
        offer(rules, "two");
        offer(rules, "two");
        assertThat(compiled).containsExactly("one", "two");
        assertThat(closed).containsExactly("one");
    }

    @Test
    void aTopologyThatIsBuiltAgainGoesByTheSameMeters() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        RulesInForce rules = new RulesInForce(Gated::new, RefusedRuleSets.UNTOLD, meters);
        rules.onTrial(meters);
        offer(rules.onTrial(meters), "tanks");
        assertThat(meters.get("vigie.processor.shadow.rulesets.current").gauge().value())
                .isEqualTo(1);
    }

    @Test
    void closesAReplacedClassifierOnlyWhenNoItemIsInIt() throws Exception {
        List<Gated> made = new ArrayList<>();
        RulesInForce rules = rules(set -> {
            Gated classifier = new Gated(set);
            made.add(classifier);
            return classifier;
        });
        offer(rules, "one");
        CompletableFuture<Classification> underWay = CompletableFuture.supplyAsync(() -> rules.classify(ITEM));
        assertThat(made.get(0).entered.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> change = CompletableFuture.runAsync(() -> offer(rules, "two"));
        made.get(0).gate.countDown();

        assertThat(underWay.get(10, TimeUnit.SECONDS).ruleset())
                .isEqualTo(RuleSet.of("one").hash());
        change.get(10, TimeUnit.SECONDS);
        assertThat(closed).containsExactly("one");
        assertThat(rules.hash()).isEqualTo(RuleSet.of("two").hash());
    }

    @Test
    void hasNoRulesUntilAUsableSetComes() {
        RulesInForce rules = rules(Classifier::tested);
        offer(rules, "themes: nonsense");
        assertThatThrownBy(() -> rules.classify(ITEM)).isInstanceOf(NoRulesException.class);
        assertThat(rules.check()).isInstanceOf(Readiness.NotReady.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "buys & (tanks  | line 5 | expected ')'",
                "$tank          | line 5 | there is no list 'tank'",
                "sells          | theme arms, en positive example | The army buys tanks",
                "army           | theme arms, en negative example | The army marches",
            })
    void refusesASetByRuleOrExampleAndKeepsTheLastGoodOne(String query, String where, String what) {
        RulesInForce rules = rules(Classifier::tested);
        offer(rules, themes("buys"));
        offer(rules, themes(query));

        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).stage()).isEqualTo("processor.rules");
        assertThat(refused.get(0).offset()).isEqualTo(7);
        assertThat(refused.get(0).message()).contains(where, what);
        assertThat(rules.classify(ITEM).ruleset())
                .isEqualTo(RuleSet.of(themes("buys")).hash());
        assertThat(rules.classify(ITEM).themes()).hasSize(1);
        assertThat(rules.check())
                .isInstanceOfSatisfying(
                        Readiness.Ready.class,
                        ready -> assertThat(ready.warnings())
                                .singleElement(InstanceOfAssertFactories.STRING)
                                .contains(what, RuleSet.of(themes("buys")).hash())
                                .hasLineCount(1));
        offer(rules, themes("buys"));
        assertThat(rules.check()).isEqualTo(Readiness.ready());
    }

    private static String themes(String query) {
        return """
            themes:
              - id: arms
                rules:
                  - id: bought
                    sentence: "%s"
                    weight: 1
                examples:
                  en:
                    positive: ["The army buys tanks."]
                    negative: ["The army marches."]
            """.formatted(query);
    }
}
