package io.vigie.desk;

import io.vigie.events.Alert;
import io.vigie.events.Delivery;
import io.vigie.events.Divergence;
import io.vigie.events.Story;
import io.vigie.events.Surge;
import io.vigie.events.ThemeMatch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the stream and the sink would say of the reports of a {@link PressDay}. */
final class PressStream {

    private static final String UKRAINE = "ukraine-support";

    private final Instant now;

    PressStream(Instant now) {
        this.now = now;
    }

    /** What the stream would say of these reports. */
    List<Story> stories(List<Alert> alerts) {
        Map<String, List<Alert>> byStory = new LinkedHashMap<>();
        alerts.forEach(alert -> byStory.computeIfAbsent(alert.storyId(), id -> new ArrayList<>())
                .add(alert));
        return byStory.entrySet().stream()
                .map(entry -> story(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Story story(String id, List<Alert> of) {
        return new Story(
                id,
                Story.Status.OPEN,
                null,
                of.get(0).filedAt(),
                of.get(of.size() - 1).filedAt(),
                of.stream()
                        .map(alert -> alert.outlet().id())
                        .distinct()
                        .sorted()
                        .toList(),
                of.stream().map(Alert::language).distinct().sorted().toList(),
                List.of(),
                of.stream()
                        .flatMap(alert -> alert.themes().stream().map(ThemeMatch::theme))
                        .distinct()
                        .sorted()
                        .toList(),
                of.size(),
                of.stream().map(PressStream::report).toList());
    }

    private static Story.Report report(Alert alert) {
        return new Story.Report(
                alert.itemId(),
                alert.revision(),
                alert.status() == Alert.Status.RETRACTED,
                alert.outlet(),
                alert.language(),
                alert.headline(),
                alert.url(),
                alert.datePublished(),
                alert.filedAt(),
                alert.themes().stream().map(ThemeMatch::theme).toList());
    }

    Divergence divergence(Alert with, Alert without) {
        return new Divergence(
                UKRAINE + "/" + with.itemId() + "/" + without.itemId(),
                with.storyId(),
                UKRAINE,
                side(with, with.body().lines().findFirst().orElse("")),
                side(without, null),
                with.detectedAt());
    }

    private static Divergence.Side side(Alert alert, @Nullable String sentence) {
        return new Divergence.Side(
                alert.itemId(),
                alert.revision(),
                alert.outlet(),
                alert.language(),
                alert.headline(),
                alert.url(),
                sentence);
    }

    Surge surge() {
        Instant start = now.minus(Duration.ofHours(20)).truncatedTo(ChronoUnit.HOURS);
        return new Surge(
                UKRAINE + "/" + start,
                Surge.Phase.ENDED,
                UKRAINE,
                null,
                null,
                start,
                start.plus(Duration.ofHours(7)),
                14,
                3.2,
                8);
    }

    Delivery delivery(Alert alert) {
        return new Delivery(
                "message-" + alert.alertId(),
                "duty-room",
                Delivery.Kind.ALERT,
                List.of(alert.alertId() + "/" + alert.revision()),
                List.of(alert.storyId()),
                Delivery.State.DELIVERED,
                1,
                200,
                null,
                alert.detectedAt().plusMillis(900),
                140,
                null);
    }
}
