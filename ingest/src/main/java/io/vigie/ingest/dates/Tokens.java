package io.vigie.ingest.dates;

import java.util.Arrays;
import java.util.Locale;

/** A text cut into numbers, words and single marks, with their places. Digits of any script count as digits. */
final class Tokens {

    enum Type {
        NUMBER,
        WORD,
        MARK,
        END
    }

    private static final int MOST = 4_096;

    private final String text;
    private Type[] types = new Type[32];
    private int[] froms = new int[32];
    private int[] tos = new int[32];
    private int[] values = new int[32];
    private int count;

    Tokens(String text) {
        this.text = text;
        int i = 0;
        while (i < text.length() && count < MOST) {
            char c = text.charAt(i);
            int end = i + 1;
            if (Character.isDigit(c)) {
                int value = Character.digit(c, 10);
                while (end < text.length() && Character.isDigit(text.charAt(end))) {
                    value = value < 100_000_000 ? value * 10 + Character.digit(text.charAt(end), 10) : -1;
                    end++;
                }
                add(Type.NUMBER, i, end, value);
            } else if (isIdeograph(c)) {
                add(Type.WORD, i, end, 0);
            } else if (Character.isLetter(c)) {
                while (end < text.length() && isWordPart(text.charAt(end))) {
                    end++;
                }
                add(Type.WORD, i, end, 0);
            } else if (!Character.isWhitespace(c) && c != '\u00a0') {
                add(Type.MARK, i, end, c);
            }
            i = end;
        }
    }

    private static boolean isWordPart(char c) {
        int type = Character.getType(c);
        return (Character.isLetter(c) && !isIdeograph(c))
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isIdeograph(char c) {
        return (c >= '\u2e80' && c <= '\u9fff') || (c >= '\uac00' && c <= '\ud7af');
    }

    private void add(Type type, int from, int to, int value) {
        if (count == types.length) {
            types = Arrays.copyOf(types, count * 2);
            froms = Arrays.copyOf(froms, count * 2);
            tos = Arrays.copyOf(tos, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        types[count] = type;
        froms[count] = from;
        tos[count] = to;
        values[count] = value;
        count++;
    }

    int count() {
        return count;
    }

    Type type(int i) {
        return i >= 0 && i < count ? types[i] : Type.END;
    }

    int from(int i) {
        return froms[i];
    }

    int to(int i) {
        return tos[i];
    }

    /** Value of a number, -1 when it is too large to be part of a date; 0 of anything else. */
    int value(int i) {
        return type(i) == Type.NUMBER ? values[i] : 0;
    }

    int digits(int i) {
        return type(i) == Type.NUMBER ? tos[i] - froms[i] : 0;
    }

    boolean isMark(int i, char mark) {
        return type(i) == Type.MARK && values[i] == mark;
    }

    boolean isMarkOf(int i, String marks) {
        return type(i) == Type.MARK && marks.indexOf(values[i]) >= 0;
    }

    /** Whether one of the {@code most} tokens from {@code i} on is a number. */
    boolean hasNumberWithin(int i, int most) {
        for (int j = i; j < i + most; j++) {
            if (type(j) == Type.NUMBER) {
                return true;
            }
        }
        return false;
    }

    boolean isWord(int i, String word) {
        return type(i) == Type.WORD
                && tos[i] - froms[i] == word.length()
                && text.regionMatches(true, froms[i], word, 0, word.length());
    }

    /** A word in lower case; empty when it is none. */
    String word(int i) {
        return written(i).toLowerCase(Locale.ROOT);
    }

    /** A word as it stands in the text; empty when it is none. */
    String written(int i) {
        return type(i) == Type.WORD ? text.substring(froms[i], tos[i]) : "";
    }

    /** Whether nothing, not even a blank, stands between a token and the next. */
    boolean touchesNext(int i) {
        return i + 1 < count && tos[i] == froms[i + 1];
    }
}
