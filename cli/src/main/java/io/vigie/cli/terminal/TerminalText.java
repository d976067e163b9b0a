package io.vigie.cli.terminal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of strangers, made fit for one line of a terminal, and measured in its columns.
 *
 * <p>Columns are counted as terminals count them: two for East Asian wide and fullwidth characters (Unicode Standard
 * Annex 11) and emoji, none for combining marks and joiners, one for the rest. Text is only ever cut between extended
 * grapheme clusters (Annex 29), so that no mark loses its letter.
 */
final class TerminalText {

    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String ELLIPSIS = "…";

    /** Piled higher than this, combining marks leave their line. */
    private static final int MOST_MARKS = 4;

    private static final int REPLACEMENT = 0xFFFD;

    private TerminalText() {}

    /**
     * The text with nothing left in it but what is seen: line breaks, tabs and runs of spaces become one space; control
     * characters, escape among them, and lone surrogates become U+FFFD; characters that are not seen but change what is
     * (direction overrides and isolates, zero-width spaces, tags) are dropped, as are marks piled upon marks.
     *
     * <pre>{@code
     * safe("a\u001b[31mb") = "a\ufffd[31mb"
     * safe("gnp.\u202eexe") = "gnp.exe"
     * safe(" two\n\nlines ") = "two lines"
     * }</pre>
     */
    static String safe(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int marks = 0;
        for (int c : text.codePoints().toArray()) {
            marks = isMark(c) ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                appendSafe(c, out);
            }
        }
        return SPACES.matcher(out).replaceAll(" ").strip();
    }

    private static void appendSafe(int c, StringBuilder out) {
        switch (UCharacter.getType(c)) {
            case UCharacterCategory.SPACE_SEPARATOR,
                    UCharacterCategory.LINE_SEPARATOR,
                    UCharacterCategory.PARAGRAPH_SEPARATOR -> out.append(' ');
            case UCharacterCategory.CONTROL -> {
                if (Character.isWhitespace(c) || c == 0x85) {
                    out.append(' ');
                } else {
                    out.appendCodePoint(REPLACEMENT);
                }
            }
            case UCharacterCategory.FORMAT -> {
                if (isJoiner(c)) {
                    out.appendCodePoint(c);
                }
            }
            case UCharacterCategory.SURROGATE, UCharacterCategory.PRIVATE_USE, UCharacterCategory.UNASSIGNED ->
                out.appendCodePoint(REPLACEMENT);
            default -> out.appendCodePoint(c);
        }
    }

    /** Columns that the text takes, all of it on one line. */
    static int width(String text) {
        int columns = 0;
        Matcher cluster = CLUSTER.matcher(text);
        while (cluster.find()) {
            columns += clusterWidth(cluster.group());
        }
        return columns;
    }

    /** The text in exactly so many columns: cut with an ellipsis, or filled up with spaces. */
    static String fit(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(columns - width(cut));
    }

    /** The text in at most so many columns; an ellipsis takes the last one when something is lost. */
    static String cut(String text, int columns) {
        return width(text) <= columns ? text : prefix(text, columns - 1).strip() + ELLIPSIS;
    }

    /**
     * The text broken into lines, at spaces where there are any, elsewhere between clusters.
     *
     * @param columns of a line
     * @param most lines; what does not fit the last one is cut with an ellipsis
     */
    static List<String> wrap(String text, int columns, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > columns && lines.size() < most - 1) {
            String line = prefix(rest, columns);
            int space = rest.startsWith(" ", line.length()) ? line.length() : line.lastIndexOf(' ');
            // A line that would be left half empty is broken in mid-word: text without spaces has no words.
            String kept = space > 0 && width(line.substring(0, space)) * 2 >= columns ? line.substring(0, space) : line;
            lines.add(kept.strip());
            rest = rest.substring(kept.length()).strip();
        }
        lines.add(cut(rest, columns));
        return lines;
    }

    private static String prefix(String text, int columns) {
        Matcher cluster = CLUSTER.matcher(text);
        int taken = 0;
        int end = 0;
        while (cluster.find()) {
            taken += clusterWidth(cluster.group());
            if (taken > columns) {
                break;
            }
            end = cluster.end();
        }
        return text.substring(0, end);
    }

    private static int clusterWidth(String cluster) {
        int widest = 0;
        for (int c : cluster.codePoints().toArray()) {
            widest = Math.max(widest, width(c));
        }
        return widest;
    }

    private static int width(int c) {
        if (isMark(c) || UCharacter.getType(c) == UCharacterCategory.FORMAT) {
            return 0;
        }
        int eastAsian = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        boolean wide = eastAsian == EastAsianWidth.WIDE || eastAsian == EastAsianWidth.FULLWIDTH;
        return wide || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_PRESENTATION) ? 2 : 1;
    }

    private static boolean isMark(int c) {
        return switch (UCharacter.getType(c)) {
            case UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.ENCLOSING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Persian and Indic spelling and joined emoji need these two; they move nothing. */
    private static boolean isJoiner(int c) {
        return c == 0x200C || c == 0x200D;
    }
}
