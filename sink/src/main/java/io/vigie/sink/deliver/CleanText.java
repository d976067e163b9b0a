package io.vigie.sink.deliver;

import io.vigie.events.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Text of strangers, made fit for one line of a message: no controls, no characters that turn the direction of writing
 * or hide (Unicode category Cf), no noncharacters, spaces folded, cut at a bounded length with an ellipsis. Bounded in
 * time however long the text is.
 *
 * @see <a href="https://www.unicode.org/reports/tr36/">UTR 36, Unicode Security Considerations</a>
 */
final class CleanText {

    /** A longer run of marks on one letter paints over its neighbours. */
    private static final int MOST_MARKS = 4;

    /** Two format characters that spelling needs, in Persian and in emoji for example. */
    private static final char NON_JOINER = '\u200C';

    private static final char JOINER = '\u200D';
    private static final int LOOKED_AT_PER_UNIT = 8;

    private final StringBuilder out = new StringBuilder();
    private int combining;

    private CleanText() {}

    /**
     * Cleans and cuts.
     *
     * @param text of a stranger
     * @param most UTF-16 units of the result, at least 1
     */
    static String line(String text, int most) {
        CleanText clean = new CleanText();
        int read = clean.append(text, 0, text.length(), most);
        String line = clean.out.toString().strip();
        return read < text.length() || line.length() > most ? cut(line, most) : line;
    }

    /**
     * Cleans and cuts a sentence of evidence, so that its first marked words are seen.
     *
     * @param most UTF-16 units of the result, at least 1
     */
    static Quote quote(Evidence evidence, int most) {
        String text = evidence.quote();
        CleanText clean = new CleanText();
        List<Quote.Run> runs = new ArrayList<>();
        int at = start(evidence, most);
        if (at > 0) {
            clean.out.append('…');
        }
        int written = 0;
        for (Evidence.Mark mark : evidence.marks()) {
            if (mark.start() >= at && mark.end() > mark.start() && mark.end() <= text.length()) {
                at = clean.append(text, at, mark.start(), most);
                written = clean.run(runs, written, false);
                at = clean.append(text, at, mark.end(), most);
                written = clean.run(runs, written, true);
            }
        }
        at = clean.append(text, at, text.length(), most);
        if (at < text.length() || clean.out.length() > most) {
            clean.shorten(runs, written, most);
        } else {
            clean.run(runs, written, false);
        }
        return new Quote(runs);
    }

    /** Where to begin so that the first mark is within the first third, at the start of a word. */
    private static int start(Evidence evidence, int most) {
        String text = evidence.quote();
        int first =
                evidence.marks().stream().mapToInt(Evidence.Mark::start).min().orElse(0);
        if (text.length() <= most || first <= most / 2) {
            return 0;
        }
        int from = first - most / 3;
        int space = text.indexOf(' ', from);
        return space >= 0 && space < first ? space + 1 : first;
    }

    private int run(List<Quote.Run> runs, int written, boolean marked) {
        if (out.length() > written) {
            runs.add(new Quote.Run(out.substring(written), marked));
        }
        return out.length();
    }

    private void shorten(List<Quote.Run> runs, int written, int most) {
        run(runs, written, false);
        int excess = out.length() + 1 - most;
        while (excess > 0 && !runs.isEmpty()) {
            Quote.Run last = runs.remove(runs.size() - 1);
            int left = last.text().length() - excess;
            excess = -left;
            if (left > 0) {
                runs.add(new Quote.Run(whole(last.text(), left), last.marked()));
            }
        }
        runs.add(new Quote.Run("…", false));
    }

    /** Reads on until {@code end}, or until there is more than {@code most}; returns where it stopped. */
    private int append(String text, int from, int end, int most) {
        int limit = (int) Math.min(end, from + (long) most * LOOKED_AT_PER_UNIT + 64);
        int i = from;
        while (i < limit && out.length() <= most) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            append(c);
        }
        return i;
    }

    private void append(int c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        combining = mark ? combining + 1 : 0;
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || type == Character.CONTROL) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        } else if (type == Character.SURROGATE) {
            out.append('\uFFFD');
        } else if ((isShown(type) || c == JOINER || c == NON_JOINER) && combining <= MOST_MARKS) {
            out.appendCodePoint(c);
        }
    }

    private static boolean isShown(int type) {
        return type != Character.FORMAT && type != Character.UNASSIGNED && type != Character.PRIVATE_USE;
    }

    /** Ends with an ellipsis, within the limit. */
    private static String cut(String line, int most) {
        return whole(line, Math.min(line.length(), most - 1)).stripTrailing() + "…";
    }

    /** The first units, never ending between the halves of a pair. */
    private static String whole(String line, int units) {
        boolean splits = units > 0 && Character.isHighSurrogate(line.charAt(units - 1));
        return line.substring(0, splits ? units - 1 : units);
    }
}
