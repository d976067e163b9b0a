package io.vigie.audit.explain;

import io.vigie.audit.topic.RecordFinder;
import io.vigie.audit.topic.Records;
import io.vigie.audit.topic.RuleSets;
import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.Alert;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule set and what it has raised.
 *
 * @param hash of its text
 * @param active whether it is in force
 * @param published when it was put on its topic last; absent when it is no longer there, and then what it raised cannot
 *     be proven any more
 * @param alerts that name it
 * @param first when the item of the first of them was read; absent when it raised none
 * @param last when that of the last was read
 */
public record RuleSetUse(
        String hash,
        boolean active,
        @Nullable Instant published,
        long alerts,
        @Nullable Instant first,
        @Nullable Instant last) {

    /** Every set that was published or that an alert names, in the order of their first use, unused ones last. */
    public static List<RuleSetUse> history(TopicAccess access, Topics topics) {
        RuleSets sets = RuleSets.read(access, topics);
        Map<String, RuleSetUse> uses = new LinkedHashMap<>();
        for (RuleSets.Published published : sets.published()) {
            String hash = published.set().hash();
            uses.put(hash, new RuleSetUse(hash, hash.equals(sets.active()), published.at(), 0, null, null));
        }
        JsonCodec<Alert> codec = JsonCodec.of(Alert.class);
        for (Span span : access.all(topics.alerts())) {
            new RecordFinder(access)
                    .forEach(
                            span,
                            record -> Records.decode(codec, record)
                                    .ifPresent(alert -> uses.merge(alert.ruleset(), once(alert), RuleSetUse::plus)));
        }
        List<RuleSetUse> history = new ArrayList<>(uses.values());
        history.sort(
                Comparator.comparing(use -> Optional.ofNullable(use.first()).orElse(Instant.MAX)));
        return history;
    }

    private static RuleSetUse once(Alert alert) {
        return new RuleSetUse(alert.ruleset(), false, null, 1, alert.detectedAt(), alert.detectedAt());
    }

    private RuleSetUse plus(RuleSetUse other) {
        return new RuleSetUse(
                hash,
                active,
                published,
                alerts + other.alerts,
                earlier(first, other.first, -1),
                earlier(last, other.last, 1));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other, int sign) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return sign * one.compareTo(other) >= 0 ? one : other;
    }
}
