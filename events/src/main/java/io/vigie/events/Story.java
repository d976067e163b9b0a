package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several outlets, in several languages, say of one event: a value of {@code vigie.stories}, key = story id. Each
 * value replaces the one before it.
 *
 * <p>A story never changes its id. When a later report shows two stories to be one, the younger says so: its status is
 * {@code merged}, it has no reports any more and {@link #mergedInto()} names the elder, which holds them all. The elder may
 * itself be merged later; whoever looks up an id follows {@code mergedInto} until a story is {@code open}.
 *
 * @param storyId id of the item that told it first
 * @param status whether it is being told or was found to be another's
 * @param mergedInto id of the elder story; absent while open
 * @param firstReport event time of its earliest report
 * @param lastReport event time of its latest report
 * @param outlets ids of the outlets that report it, sorted
 * @param languages BCP 47, sorted; {@code und} is left out
 * @param countries of the outlets, sorted
 * @param themes ids of all themes that any report has, sorted
 * @param size reports in all, 0 when merged
 * @param reports oldest first; of more than {@value #MOST_REPORTS}, the first and the latest
 */
public record Story(
        String storyId,
        Status status,
        @Nullable String mergedInto,
        Instant firstReport,
        Instant lastReport,
        List<String> outlets,
        List<String> languages,
        List<String> countries,
        List<String> themes,
        int size,
        List<Report> reports) {

    /** Reports carried along: an affair of a thousand reports fits in a record. */
    public static final int MOST_REPORTS = 100;

    /** Whether a story stands on its own. */
    public enum Status {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("merged")
        MERGED
    }

    /**
     * One item of a story, as its newest revision has it.
     *
     * @param itemId the item
     * @param revision its newest
     * @param withdrawn whether its publisher took it down
     * @param outlet who publishes
     * @param language BCP 47, {@code und} when unknown
     * @param headline plain text
     * @param url canonical address
     * @param datePublished as stated; absent when not stated
     * @param at event time: the date of publication where it makes sense, else when the page was read
     * @param themes ids of the themes it has, empty when none
     */
    public record Report(
            String itemId,
            int revision,
            boolean withdrawn,
            Outlet outlet,
            String language,
            String headline,
            URI url,
            @Nullable Instant datePublished,
            Instant at,
            List<String> themes) {

        public Report {
            themes = List.copyOf(themes);
        }
    }

    public Story {
        if ((status == Status.MERGED) != (mergedInto != null)) {
            throw new IllegalArgumentException(
                    "story " + storyId + ": 'mergedInto' is for merged stories, and they need it");
        }
        outlets = List.copyOf(outlets);
        languages = List.copyOf(languages);
        countries = List.copyOf(countries);
        themes = List.copyOf(themes);
        reports = List.copyOf(reports);
    }
}
