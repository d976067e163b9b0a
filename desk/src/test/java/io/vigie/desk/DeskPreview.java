package io.vigie.desk;

import io.vigie.events.Alert;
import io.vigie.events.Delivery;
import io.vigie.events.Divergence;
import io.vigie.events.FetchState;
import io.vigie.events.SourceDefinition;
import io.vigie.events.Story;
import io.vigie.events.Surge;
import io.vigie.events.Triage;
import io.vigie.events.WatchEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A desk on an invented day, to look at while working on the page: {@code java … io.vigie.desk.DeskPreview [PORT]}. */
final class DeskPreview {

    private DeskPreview() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080;
        DeskHouse house = DeskHouse.open(Files.createTempDirectory("desk-preview"), port);
        fill(house, 140);
        System.err.println("desk at " + house.desk().uri());
        new CountDownLatch(1).await();
    }

    /** Writes the day to the topics; returns the alerts, eldest first. */
    static List<Alert> fill(DeskHouse house, int number) {
        PressDay day = new PressDay(Instant.now(), 7);
        PressStream stream = new PressStream(Instant.now());
        PressWatch watch = new PressWatch(Instant.now(), 7);
        List<Alert> alerts = day.alerts(number);
        alerts.forEach(house::publish);
        Alert once = day.amended(alerts.get(number - 3), Instant.now().minusSeconds(75));
        house.publish(once);
        house.publish(day.amendedAgain(once, Instant.now().minusSeconds(40)));
        house.publish(day.retracted(alerts.get(number - 6), Instant.now().minusSeconds(130)));
        for (Story story : stream.stories(alerts)) {
            house.write(DeskHouse.TOPICS.stories(), story.storyId(), story, Story.class);
        }
        for (SourceDefinition source : watch.sources()) {
            house.write(DeskHouse.TOPICS.sources(), source.id(), source, SourceDefinition.class);
            house.write(DeskHouse.TOPICS.fetchState(), source.id(), watch.state(source), FetchState.class);
            watch.ledger(source)
                    .forEach(
                            entry -> house.write(DeskHouse.TOPICS.watchLedger(), source.id(), entry, WatchEntry.class));
        }
        Surge surge = stream.surge();
        house.write(DeskHouse.TOPICS.surges(), surge.surgeId(), surge, Surge.class);
        Alert last = alerts.get(number - 1);
        Alert before = alerts.stream()
                .filter(alert -> alert.storyId().equals(last.storyId()) && !alert.equals(last))
                .findFirst()
                .orElse(last);
        Divergence divergence = stream.divergence(last, before);
        house.write(DeskHouse.TOPICS.divergences(), divergence.divergenceId(), divergence, Divergence.class);
        house.write(DeskHouse.TOPICS.deliveryLedger(), "duty-room", stream.delivery(last), Delivery.class);
        for (Triage decision : day.decisions(alerts)) {
            house.write(DeskHouse.TOPICS.triage(), decision.alertId(), decision, Triage.class);
        }
        return alerts;
    }
}
