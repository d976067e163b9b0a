package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert for one revision of an item that has, or had, a theme: a value of {@code vigie.alerts}, key = alert id.
 *
 * @param alertId the item's id: an alert follows its item, and a later revision amends it
 * @param itemId the item's id
 * @param revision of the item that raised it
 * @param status whether it is new, amends or retracts what was said before
 * @param url canonical address
 * @param headline plain text
 * @param body plain text, so that the alert can be searched
 * @param byline names as printed
 * @param language BCP 47, {@code und} when unknown
 * @param outlet who publishes
 * @param datePublished as stated; absent when not stated
 * @param detectedAt when ingest read the page
 * @param filedAt the item's place in time: when its first revision was published or, if that was not stated, detected;
 *     never changes, so that an alert always lands in the same index
 * @param themes with evidence; those it had before when retracted, empty when an amendment took the last one away
 * @param history what earlier revisions said, oldest first, the newest {@value #LONGEST_HISTORY} only
 * @param diff what this revision changed; absent for a first revision and for a retraction
 * @param storyId story that the item belongs to, as far as is known when it alerts; it may be merged into an elder one
 *     later, see {@link Story}
 * @param ruleset content hash of the rule set
 * @param provenance of the item
 * @param latencyMs milliseconds from {@link #latencyStart} to each stage, by stage name ({@code seen}, {@code classified})
 */
public record Alert(
        String alertId,
        String itemId,
        int revision,
        Status status,
        URI url,
        String headline,
        String body,
        List<String> byline,
        String language,
        Outlet outlet,
        @Nullable Instant datePublished,
        Instant detectedAt,
        Instant filedAt,
        List<ThemeMatch> themes,
        List<Earlier> history,
        @Nullable RevisionDiff diff,
        String storyId,
        String ruleset,
        Provenance provenance,
        Map<String, Long> latencyMs) {

    /** What an alert says of the one before it. */
    public enum Status {
        @JsonProperty("new")
        NEW,
        @JsonProperty("amended")
        AMENDED,
        @JsonProperty("retracted")
        RETRACTED
    }

    /**
     * What an earlier revision said.
     *
     * @param revision its number
     * @param status it was given
     * @param headline it had
     * @param themes ids of the themes it had
     * @param detectedAt when it was read
     * @param diff what it changed, {@linkplain RevisionDiff#shortened() shortened}; absent for a first revision, for a
     *     retraction, and in what was written before diffs were kept
     */
    public record Earlier(
            int revision,
            Status status,
            String headline,
            List<String> themes,
            Instant detectedAt,
            @Nullable RevisionDiff diff) {

        public Earlier {
            themes = List.copyOf(themes);
        }
    }

    /** More than this many earlier revisions are not carried along. */
    public static final int LONGEST_HISTORY = 20;

    private static final int LEAST_URGENT = 9;

    public Alert {
        byline = List.copyOf(byline);
        themes = List.copyOf(themes);
        history = List.copyOf(history);
        latencyMs = Map.copyOf(latencyMs);
    }

    /**
     * IPTC ninjs urgency, 1 (most urgent) to 9, from the best score: 1.0 gives 1, 0.5 gives 5; without a theme 9.
     *
     * @see <a href="https://iptc.org/std/ninjs/userguide/">ninjs user guide</a>
     */
    public int urgency() {
        double best = themes.stream().mapToDouble(ThemeMatch::score).max().orElse(0);
        return Math.max(1, Math.min(LEAST_URGENT, LEAST_URGENT - (int) Math.floor(best * (LEAST_URGENT - 1))));
    }

    /**
     * When the clock of {@link #latencyMs} starts: at publication; at detection when no date is stated, or one that lies
     * later, as embargoed and mistyped ones do.
     */
    public static Instant latencyStart(@Nullable Instant datePublished, Instant detectedAt) {
        return datePublished == null || datePublished.isAfter(detectedAt) ? detectedAt : datePublished;
    }
}
