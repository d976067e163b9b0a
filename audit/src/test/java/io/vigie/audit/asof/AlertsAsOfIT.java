package io.vigie.audit.asof;

import static io.vigie.audit.Production.RULES;
import static io.vigie.audit.Production.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.audit.Production;
import io.vigie.events.Alert;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsAsOfIT {

    @TempDir
    private static Path data;

    @AutoClose
    private static Production production;

    @BeforeAll
    static void start() throws Exception {
        production = Production.start(data, "asof.");
        production.publish(item("sold", "A missile", "It was sold."));
        production.publish(item("sails", "A frigate", "It sails."));
        production.judge(RULES);
        production.publish(item("sold", "A missile, amended", "It was not sold."));
        production.judge(RULES);
    }

    private static List<String> headlines(Instant moment) {
        List<Alert> alerts = new ArrayList<>();
        new AlertsAsOf(production.access(), production.topics()).forEach(moment, alerts::add);
        return alerts.stream().map(Alert::headline).sorted().toList();
    }

    @Test
    void showsOfEachAlertTheRevisionThatStoodThen() {
        List<Instant> raised = new ArrayList<>();
        new AlertsAsOf(production.access(), production.topics())
                .forEach(Instant.MAX, alert -> raised.add(AlertsAsOf.raisedAt(alert)));
        Instant amended = raised.stream().max(Comparator.naturalOrder()).orElseThrow();
        Instant first = raised.stream().min(Comparator.naturalOrder()).orElseThrow();

        assertThat(headlines(first.minusMillis(10_000))).isEmpty();
        assertThat(headlines(amended.minusMillis(1))).containsExactly("A frigate", "A missile");
        assertThat(headlines(amended)).containsExactly("A frigate", "A missile, amended");
    }
}
