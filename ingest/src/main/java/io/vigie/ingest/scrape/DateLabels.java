package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What pages print before a date to say which date it is, from {@code date-labels.txt}. */
final class DateLabels {

    /** What a date is said to be. */
    enum Meaning {
        PUBLISHED,
        CHANGED,
        /** Nothing is said. */
        NONE
    }

    private final List<String> published = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    private DateLabels() {}

    static DateLabels shipped() {
        DateLabels labels = new DateLabels();
        for (String line : ShippedLines.of("date-labels.txt")) {
            int space = line.indexOf(' ');
            boolean change = line.startsWith("changed ");
            (change ? labels.changed : labels.published).add(line.substring(space + 1));
        }
        return labels;
    }

    /** What the last label of a text says; of two that end together the longer. */
    Meaning last(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int publishedAt = lastOf(published, lower);
        int changedAt = lastOf(changed, lower);
        if (publishedAt < 0 && changedAt < 0) {
            return Meaning.NONE;
        }
        return publishedAt > changedAt ? Meaning.PUBLISHED : Meaning.CHANGED;
    }

    /** Where the last of the labels ends; -1 when the text has none. */
    private static int lastOf(List<String> labels, String text) {
        int last = -1;
        for (String label : labels) {
            int at = text.lastIndexOf(label);
            boolean word = at == 0
                    || (at > 0 && !Character.isLetter(text.charAt(at - 1)))
                    || (at > 0 && label.charAt(0) >= '\u0e00');
            if (at >= 0 && word) {
                last = Math.max(last, at + label.length());
            }
        }
        return last;
    }
}
