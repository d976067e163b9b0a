package io.vigie.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vigie.events.Alert;
import io.vigie.events.PressItem;
import io.vigie.events.RuleSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule set on trial, beside the one in force, whose word is "arms". */
class TrialTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private List<Alert> shadow() {
        bench.advance(Duration.ofSeconds(5));
        return bench.output(Bench.TOPICS.shadowAlerts(), Alert.class).readValuesToList();
    }

    @Test
    void classifiesAlongsideAndTellsNobody() {
        RuleSet ships = RuleSet.of("ships");
        bench.themes().pipeInput(RuleSet.TRIAL, ships);
        PressItem both = Items.of("both", "en", "arms and ships", "");
        bench.publish(both);
        bench.publish(Items.of("ships", "en", "ships only", ""));
        bench.publish(Items.of("arms", "en", "arms only", ""));

        assertThat(shadow())
                .extracting(Alert::headline, Alert::ruleset)
                .containsExactlyInAnyOrder(tuple("arms and ships", ships.hash()), tuple("ships only", ships.hash()));
        assertThat(bench.alerts().readValuesToList())
                .extracting(Alert::headline)
                .containsExactlyInAnyOrder("arms and ships", "arms only");
    }

    @Test
    void followsItsOwnItemsAndEndsWithATombstone() {
        bench.themes().pipeInput(RuleSet.TRIAL, RuleSet.of("ships"));
        PressItem sails = Items.of("sails", "en", "ships sail", "");
        bench.publish(sails);
        bench.publish(sails.withdrawn(sails.detectedAt().plusSeconds(60)));

        assertThat(shadow()).extracting(Alert::status).containsExactly(Alert.Status.NEW, Alert.Status.RETRACTED);

        bench.endTrial();
        bench.publish(Items.of("later", "en", "ships again", ""));

        assertThat(shadow()).isEmpty();
    }

    @Test
    void aFaultOfItsRulesCostsProductionNothing() {
        bench.themes().pipeInput(RuleSet.TRIAL, RuleSet.of("explode"));
        bench.publish(Items.of("arms", "en", "arms only", ""));

        assertThat(shadow()).isEmpty();
        assertThat(bench.meters().counter("vigie.processor.shadow.failed").count())
                .isEqualTo(1);
        assertThat(bench.alerts().readValuesToList()).hasSize(1);
        assertThat(bench.deadLetters().isEmpty()).isTrue();
    }
}
