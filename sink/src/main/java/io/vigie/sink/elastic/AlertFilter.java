package io.vigie.sink.elastic;

import io.vigie.events.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are wanted; an absent component lets all pass.
 *
 * <p>Example: {@code AlertFilter.ALL.withTheme("ukraine-support").withMinScore(0.5)}.
 *
 * @param text words to find in headline or body, in the language of each; {@code "…"} for a phrase, {@code |} for or,
 *     {@code -} for not, a trailing {@code *} for a prefix
 * @param theme id of a theme that the alert has
 * @param minScore least score, 0..1: of {@code theme} when that is given, else of any theme
 * @param language BCP 47 code
 * @param outlet id of the outlet
 * @param country of the outlet
 * @param status of the newest revision
 * @param storyId story
 * @param from earliest detection, inclusive
 * @param to latest detection, exclusive
 */
public record AlertFilter(
        @Nullable String text,
        @Nullable String theme,
        @Nullable Double minScore,
        @Nullable String language,
        @Nullable String outlet,
        @Nullable String country,
        Alert.@Nullable Status status,
        @Nullable String storyId,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Longest text that is searched for; what is behind it is not looked at. */
    static final int LONGEST_TEXT = 500;

    /** Everything. */
    public static final AlertFilter ALL = new AlertFilter(null, null, null, null, null, null, null, null, null, null);

    public AlertFilter {
        if (text != null && text.length() > LONGEST_TEXT) {
            text = text.substring(0, LONGEST_TEXT);
        }
    }

    public AlertFilter withText(String words) {
        return new AlertFilter(words, theme, minScore, language, outlet, country, status, storyId, from, to);
    }

    public AlertFilter withTheme(String id) {
        return new AlertFilter(text, id, minScore, language, outlet, country, status, storyId, from, to);
    }

    public AlertFilter withMinScore(double least) {
        return new AlertFilter(text, theme, least, language, outlet, country, status, storyId, from, to);
    }

    public AlertFilter withLanguage(String code) {
        return new AlertFilter(text, theme, minScore, code, outlet, country, status, storyId, from, to);
    }

    public AlertFilter withOutlet(String id) {
        return new AlertFilter(text, theme, minScore, language, id, country, status, storyId, from, to);
    }

    public AlertFilter withCountry(String code) {
        return new AlertFilter(text, theme, minScore, language, outlet, code, status, storyId, from, to);
    }

    public AlertFilter withStatus(Alert.Status wanted) {
        return new AlertFilter(text, theme, minScore, language, outlet, country, wanted, storyId, from, to);
    }

    public AlertFilter withStory(String id) {
        return new AlertFilter(text, theme, minScore, language, outlet, country, status, id, from, to);
    }

    public AlertFilter between(@Nullable Instant earliest, @Nullable Instant latest) {
        return new AlertFilter(text, theme, minScore, language, outlet, country, status, storyId, earliest, latest);
    }
}
