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

    /** @param letters {@link #letters} of the text */
    private record Label(String text, int letters) {}

    private final List<Label> published = new ArrayList<>();
    private final List<Label> changed = new ArrayList<>();

    private DateLabels() {}

    static DateLabels shipped() {
        DateLabels labels = new DateLabels();
        for (String line : ShippedLines.of("date-labels.txt")) {
            int space = line.indexOf(' ');
            boolean change = line.startsWith("changed ");
            String label = line.substring(space + 1);
            (change ? labels.changed : labels.published).add(new Label(label, letters(label)));
        }
        return labels;
    }

    /** What the last label of a text says; of two that end together the longer. */
    Meaning last(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int letters = letters(lower);
        int publishedAt = lastOf(published, lower, letters);
        int changedAt = lastOf(changed, lower, letters);
        if (publishedAt < 0 && changedAt < 0) {
            return Meaning.NONE;
        }
        return publishedAt > changedAt ? Meaning.PUBLISHED : Meaning.CHANGED;
    }

    /** Where the last of the labels ends; -1 when the text has none. */
    private static int lastOf(List<Label> labels, String text, int letters) {
        int last = -1;
        for (Label label : labels) {
            if ((label.letters & ~letters) != 0) {
                continue;
            }
            int at = text.lastIndexOf(label.text);
            boolean word = at == 0
                    || (at > 0 && !Character.isLetter(text.charAt(at - 1)))
                    || (at > 0 && label.text.charAt(0) >= '\u0e00');
            if (at >= 0 && word) {
                last = Math.max(last, at + label.text.length());
            }
        }
        return last;
    }

    /** Which letters a text has, one bit for several each: a label with others is not in it. */
    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1 << text.charAt(i);
        }
        return letters;
    }
}
