package io.vigie.audit.asof;

import static io.vigie.audit.Production.RULES;
import static io.vigie.audit.Production.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.audit.Production;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Alert;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsAsOfIT {

    @TempDir
    private static Path data;

    private static @Nullable EmbeddedKafka broker;
    private static @Nullable Production production;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedKafka.at(data.resolve("kafka")).port(0).start();
        Production made = new Production(broker, "asof.", data.resolve("state"));
        made.publish(item("sold", "A missile", "It was sold."));
        made.publish(item("sails", "A frigate", "It sails."));
        made.judge(RULES);
        made.publish(item("sold", "A missile, amended", "It was not sold."));
        made.judge(RULES);
        production = made;
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(production).close();
        Objects.requireNonNull(broker).close();
    }

    private static List<String> headlines(Instant moment) {
        Production of = Objects.requireNonNull(production);
        List<Alert> alerts = new ArrayList<>();
        new AlertsAsOf(of.access(), of.topics()).forEach(moment, alerts::add);
        return alerts.stream().map(Alert::headline).sorted().toList();
    }

    @Test
    void showsOfEachAlertTheRevisionThatStoodThen() {
        Production of = Objects.requireNonNull(production);
        List<Instant> raised = new ArrayList<>();
        new AlertsAsOf(of.access(), of.topics()).forEach(Instant.MAX, alert -> raised.add(AlertsAsOf.raisedAt(alert)));
        Instant amended = raised.stream().max(Comparator.naturalOrder()).orElseThrow();
        Instant first = raised.stream().min(Comparator.naturalOrder()).orElseThrow();

        assertThat(headlines(first.minusMillis(10_000))).isEmpty();
        assertThat(headlines(amended.minusMillis(1))).containsExactly("A frigate", "A missile");
        assertThat(headlines(amended)).containsExactly("A frigate", "A missile, amended");
    }
}
