package io.vigie.audit.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.events.Outlet;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What replay says of one revision of one item: a line of the JSONL file. Items that alert neither in the record nor in
 * the replay have no line, unless their page now says something else; they are counted.
 *
 * @param verdict on the alert as a whole
 * @param alertId the item's id
 * @param revision of the item; 0 when the record does not say
 * @param partition of the item topic
 * @param offset of the item there
 * @param outlet who publishes; absent when the item cannot be read
 * @param language BCP 47, as the record has it
 * @param url address of the item
 * @param headline of the item
 * @param detectedAt when the page was read
 * @param ruleset hash of the rule set that the record names
 * @param raised whether the replay raises an alert
 * @param themes in alphabetical order
 * @param differences beside the themes, each as {@code status: new -> amended}
 * @param extraction what the page says otherwise when it is read again; only in a replay that begins with the page
 */
public record AlertVerdict(
        Verdict verdict,
        String alertId,
        int revision,
        int partition,
        long offset,
        @Nullable Outlet outlet,
        @Nullable String language,
        @Nullable URI url,
        @Nullable String headline,
        @Nullable Instant detectedAt,
        @Nullable String ruleset,
        boolean raised,
        List<ThemeVerdict> themes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> differences,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldDifference> extraction) {

    // Jackson passes null for a list that the line leaves out.
    public AlertVerdict {
        themes = List.copyOf(themes);
        differences = differences == null ? List.of() : List.copyOf(differences);
        extraction = extraction == null ? List.of() : List.copyOf(extraction);
    }

    /** Whether a person should look at it. */
    public boolean differs() {
        return verdict != Verdict.IDENTICAL;
    }
}
