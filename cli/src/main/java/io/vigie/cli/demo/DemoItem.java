package io.vigie.cli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One press item: a file of {@code items/}.
 *
 * @param id key and last part of its address
 * @param outlet id of the outlet that publishes it
 * @param language BCP 47
 * @param headline plain text
 * @param byline names as printed; empty when none is printed
 * @param paragraphs plain text
 * @param themes ids of the themes that it must be given; empty when none
 * @param why the ruling behind that, where a reader could doubt it
 * @param copyOf id of the item whose paragraphs it takes over; its own ones follow them
 * @param editionOf id of the item of which it is the same text in another language
 * @param revision its second text; absent when it never changes
 * @param special what makes its page unlike others; absent for most
 */
record DemoItem(
        String id,
        String outlet,
        String language,
        String headline,
        List<String> byline,
        List<String> paragraphs,
        Set<String> themes,
        @Nullable String why,
        @Nullable String copyOf,
        @Nullable String editionOf,
        @Nullable Revision revision,
        @Nullable Special special) {

    /** What makes an item's page unlike others. */
    enum Special {
        /** Taken down after it was read. */
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /** Stands where robots.txt forbids to read. */
        @JsonProperty("forbidden")
        FORBIDDEN
    }

    /**
     * The text that silently takes the place of the first one: the page does not say that it changed.
     *
     * @param headline plain text
     * @param paragraphs plain text
     * @param themes ids of the themes that it must be given
     */
    record Revision(String headline, List<String> paragraphs, Set<String> themes) {

        Revision {
            paragraphs = List.copyOf(paragraphs);
            themes = Set.copyOf(themes);
        }
    }

    DemoItem {
        byline = List.copyOf(byline);
        paragraphs = List.copyOf(paragraphs);
        themes = Set.copyOf(themes);
        if (paragraphs.isEmpty() && copyOf == null) {
            throw new IllegalArgumentException("item '" + id + "' has no paragraphs");
        }
        if (revision != null && special != null) {
            throw new IllegalArgumentException("item '" + id + "' is both revised and special: choose one");
        }
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    boolean withdrawn() {
        return special == Special.WITHDRAWN;
    }

    boolean forbidden() {
        return special == Special.FORBIDDEN;
    }

    boolean changes() {
        return revision != null || withdrawn();
    }

    /** The same item with the original's paragraphs before its own. */
    DemoItem following(DemoItem original) {
        return withParagraphs(Stream.concat(original.paragraphs().stream(), paragraphs().stream())
                .toList());
    }

    /** The item as its revision shows it; itself when it has none. */
    DemoItem revised() {
        return revision == null
                ? this
                : new DemoItem(
                        id,
                        outlet,
                        language,
                        revision.headline(),
                        byline,
                        revision.paragraphs(),
                        revision.themes(),
                        why,
                        copyOf,
                        editionOf,
                        null,
                        special);
    }

    private DemoItem withParagraphs(List<String> text) {
        return new DemoItem(
                id, outlet, language, headline, byline, text, themes, why, copyOf, editionOf, revision, special);
    }
}
