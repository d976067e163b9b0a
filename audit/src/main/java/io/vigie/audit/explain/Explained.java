package io.vigie.audit.explain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigie.events.Alert;
import io.vigie.events.Evidence;
import io.vigie.events.Outlet;
import io.vigie.events.Provenance;
import io.vigie.events.ThemeMatch;
import io.vigie.processor.watch.Explanation.FiredRule;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an alert, and why it is what it is.
 *
 * @param alertId the item's id
 * @param revision that is explained
 * @param status what it says of the one before
 * @param url canonical address
 * @param headline plain text
 * @param outlet who publishes
 * @param language BCP 47
 * @param datePublished as stated; absent when not stated
 * @param detectedAt when the page was read
 * @param ruleset hash of the rule set that judged
 * @param rulesetPublished when it was put on its topic last; absent when it is no longer there
 * @param provenance of the item
 * @param latencyMs milliseconds from publication to each stage
 * @param recorded themes and evidence as the alert has them
 * @param reproduction whether the reckoning below leads to what is recorded
 * @param reckoning made again from the item and the rule set; empty when it could not be made
 * @param history what earlier revisions said, oldest first
 */
public record Explained(
        String alertId,
        int revision,
        Alert.Status status,
        URI url,
        String headline,
        Outlet outlet,
        String language,
        @Nullable Instant datePublished,
        Instant detectedAt,
        String ruleset,
        @Nullable Instant rulesetPublished,
        Provenance provenance,
        Map<String, Long> latencyMs,
        List<ThemeMatch> recorded,
        Reproduction reproduction,
        List<Reckoning> reckoning,
        List<Alert.Earlier> history) {

    /** Whether the same rules and the same text lead to the same themes again. */
    public enum Reproduction {
        /** Same themes, scores and evidence. */
        @JsonProperty("identical")
        IDENTICAL,
        /** Not the same: a defect. */
        @JsonProperty("different")
        DIFFERENT,
        /** The item was withdrawn: what is recorded is carried on from the revision before. */
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /** The rule set is no longer on its topic. */
        @JsonProperty("ruleset-gone")
        RULESET_GONE,
        /** The item is no longer on its topic. */
        @JsonProperty("item-gone")
        ITEM_GONE
    }

    /**
     * How one theme came out.
     *
     * @param theme id
     * @param matched whether the score reaches the theme's threshold
     * @param score 0..1
     * @param points that it is made of: {@code score = 1 - 2^-points}
     * @param sentences with points, best first
     * @param item rules about the item as a whole that held
     */
    public record Reckoning(
            String theme,
            boolean matched,
            double score,
            double points,
            List<SentenceReckoning> sentences,
            List<FiredRule> item) {}

    /**
     * What one sentence adds.
     *
     * @param field where it stands
     * @param start offset of its first UTF-16 unit
     * @param end offset behind its last
     * @param points it adds
     * @param before text in front of it, cut
     * @param quote the sentence
     * @param after text behind it, cut
     * @param rules that held in it, heaviest first
     */
    public record SentenceReckoning(
            Evidence.Field field,
            int start,
            int end,
            double points,
            String before,
            String quote,
            String after,
            List<FiredRule> rules) {}

    public Explained {
        latencyMs = Map.copyOf(latencyMs);
        recorded = List.copyOf(recorded);
        reckoning = List.copyOf(reckoning);
        history = List.copyOf(history);
    }
}
