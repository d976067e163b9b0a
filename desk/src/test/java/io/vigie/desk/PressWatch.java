package io.vigie.desk;

import io.vigie.events.FetchState;
import io.vigie.events.SourceDefinition;
import io.vigie.events.WatchEntry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** How ingest would see the outlets of a {@link PressDay}: some of them quiet, some of them blind. */
final class PressWatch {

    private final Instant now;
    private final Random random;

    PressWatch(Instant now, long seed) {
        this.now = now;
        this.random = new Random(seed);
    }

    List<SourceDefinition> sources() {
        return PressDay.OUTLETS.stream()
                .map(outlet -> new SourceDefinition(
                        outlet.id(),
                        outlet.name(),
                        URI.create("https://" + outlet.id() + ".example/feed"),
                        SourceDefinition.Kind.AUTO,
                        List.of(),
                        List.of(),
                        PressDay.LANGUAGES.get(outlet.country()),
                        outlet.country(),
                        Duration.ofMinutes(10),
                        true,
                        false,
                        null))
                .toList();
    }

    /** Looks of a day: the second source fails for two hours and again now, the third is refused by robots.txt. */
    List<WatchEntry> ledger(SourceDefinition source) {
        List<WatchEntry> ledger = new ArrayList<>();
        int which = sources().indexOf(source);
        for (int minutes = 23 * 60; minutes >= 2; minutes -= 10) {
            boolean fails =
                    (which == 1 && (minutes < 45 || (minutes > 400 && minutes < 540))) || (which == 6 && minutes > 900);
            Instant at = now.minus(Duration.ofMinutes(minutes));
            Instant silent = which == 9 && minutes < 20 ? now.minus(Duration.ofDays(6)) : null;
            ledger.add(entry(
                    source,
                    WatchEntry.Purpose.DISCOVERY,
                    fails ? "failed" : "fetched",
                    fails ? "connect-timeout" : null,
                    at,
                    silent));
            if (!fails && which != 9 && random.nextInt(9) == 0) {
                ledger.add(entry(source, WatchEntry.Purpose.PAGE, "fetched", null, at.plusSeconds(2), null));
            }
            if (which == 2 && minutes % 120 == 0) {
                ledger.add(entry(source, WatchEntry.Purpose.PAGE, "disallowed", "robots", at.plusSeconds(3), null));
            }
        }
        return ledger;
    }

    private static WatchEntry entry(
            SourceDefinition source,
            WatchEntry.Purpose purpose,
            String outcome,
            @Nullable String reason,
            Instant at,
            @Nullable Instant silentSince) {
        return new WatchEntry(
                source.id(),
                source.url(),
                purpose,
                outcome,
                reason,
                reason == null ? 200 : null,
                2_000,
                null,
                at,
                120,
                silentSince);
    }

    FetchState state(SourceDefinition source) {
        return new FetchState(
                source.id(),
                null,
                null,
                Map.of(),
                0,
                Duration.ofMinutes(4),
                now.minus(Duration.ofHours(2)),
                now.plus(Duration.ofMinutes(3)));
    }
}
