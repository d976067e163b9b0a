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
 * @param themes with evidence; empty when retracted
 * @param storyId story that the item belongs to
 * @param ruleset content hash of the rule set
 * @param provenance of the item
 * @param latencyMs milliseconds from publication to each stage, by stage name ({@code seen}, {@code classified})
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
        List<ThemeMatch> themes,
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

    public Alert {
        byline = List.copyOf(byline);
        themes = List.copyOf(themes);
        latencyMs = Map.copyOf(latencyMs);
    }
}
