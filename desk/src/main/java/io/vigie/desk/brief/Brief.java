package io.vigie.desk.brief;

import io.vigie.events.Alert;
import io.vigie.events.Outlet;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stories of a span of time.
 *
 * @param from beginning, inclusive
 * @param to end, exclusive
 * @param alerts how many stand behind it
 * @param outlets how many different ones reported
 * @param complete {@code false} when there were more alerts than were read
 * @param themes those that have a story, most stories first
 */
public record Brief(Instant from, Instant to, int alerts, int outlets, boolean complete, List<Theme> themes) {

    /**
     * A theme and its stories.
     *
     * @param id of the theme
     * @param stories for which this is the theme with the best score; most outlets first
     * @param more stories beyond those
     */
    public record Theme(String id, List<Story> stories, int more) {

        public Theme {
            stories = List.copyOf(stories);
        }
    }

    /**
     * A story.
     *
     * @param storyId of the story
     * @param headline of its best report in the reader's language if there is one, else of its best report
     * @param language of that headline
     * @param score best score of the theme
     * @param evidence sentence that proves it, with its language; absent when no report has any
     * @param evidenceLanguage language of the sentence
     * @param alsoThemes other themes of its reports
     * @param reports in the order of publication
     */
    public record Story(
            String storyId,
            String headline,
            String language,
            double score,
            @Nullable String evidence,
            String evidenceLanguage,
            List<String> alsoThemes,
            List<Report> reports) {

        public Story {
            alsoThemes = List.copyOf(alsoThemes);
            reports = List.copyOf(reports);
        }

        /** Different outlets among the reports. */
        public int outlets() {
            return (int) reports.stream()
                    .map(report -> report.outlet().id())
                    .distinct()
                    .count();
        }
    }

    /**
     * A report.
     *
     * @param alertId of its alert
     * @param outlet who
     * @param headline as published
     * @param language of the report
     * @param url where
     * @param at when it was published or, if that is not stated, detected
     * @param status of its newest revision
     */
    public record Report(
            String alertId,
            Outlet outlet,
            String headline,
            String language,
            URI url,
            Instant at,
            Alert.Status status) {}

    public Brief {
        themes = List.copyOf(themes);
    }
}
