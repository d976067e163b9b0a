package io.vigie.events;

import java.util.List;

/**
 * What a revision changed, for people: the sentences as printed and the themes by id. Order and white space of sentences do
 * not count, so a paragraph that moved is no change.
 *
 * @param sentencesAdded in the order of the new text, the headline first; the first {@value #LONGEST} only
 * @param sentencesRemoved in the order of the old text; the first {@value #LONGEST} only
 * @param moreAdded how many more were added than are listed, 0 for nearly all
 * @param moreRemoved how many more were removed than are listed
 * @param themesGained ids of themes that the item has now and had not
 * @param themesLost ids of themes that it had and has no more
 * @param partial whether the old text was no longer kept: then only themes can be compared, and both lists are empty
 */
public record RevisionDiff(
        List<String> sentencesAdded,
        List<String> sentencesRemoved,
        int moreAdded,
        int moreRemoved,
        List<String> themesGained,
        List<String> themesLost,
        boolean partial) {

    /** Sentences listed on either side. */
    public static final int LONGEST = 40;

    /** Characters on either side that {@link #shortened} keeps: a screen of text. */
    public static final int SHORT = 4_000;

    public RevisionDiff {
        sentencesAdded = List.copyOf(sentencesAdded);
        sentencesRemoved = List.copyOf(sentencesRemoved);
        themesGained = List.copyOf(themesGained);
        themesLost = List.copyOf(themesLost);
    }

    /**
     * The same with the first sentences only, {@value #SHORT} UTF-16 units of them on either side at most; the others are
     * counted. An alert carries the diffs of earlier revisions along, and they must not outgrow it.
     */
    public RevisionDiff shortened() {
        List<String> added = first(sentencesAdded);
        List<String> removed = first(sentencesRemoved);
        return new RevisionDiff(
                added,
                removed,
                moreAdded + sentencesAdded.size() - added.size(),
                moreRemoved + sentencesRemoved.size() - removed.size(),
                themesGained,
                themesLost,
                partial);
    }

    private static List<String> first(List<String> sentences) {
        int units = 0;
        int kept = 0;
        while (kept < sentences.size() && units + sentences.get(kept).length() <= SHORT) {
            units += sentences.get(kept).length();
            kept++;
        }
        return sentences.subList(0, kept);
    }
}
