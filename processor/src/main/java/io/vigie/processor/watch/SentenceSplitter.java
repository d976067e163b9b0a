package io.vigie.processor.watch;

import io.vigie.events.Evidence.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the sentences of a plain text, in the spirit of UAX #29 and closer to newspapers: abbreviations and initials do
 * not end one ({@link Abbreviations}), closing quotes stay with theirs, an exclamation inside quotes goes on when a small
 * letter follows, every line break and every bullet ends one. Offsets are exact; white space and bullets around a sentence
 * are left out. One pass, and no look back further than a word.
 */
final class SentenceSplitter {

    /** A longer sentence is cut at a space: it is a list or a table without punctuation. */
    static final int LONGEST = 1_000;

    private static final int LONGEST_ABBREVIATION = 24;
    private static final int LONGEST_NUMBERING = 4;
    private static final int LONGEST_WORD = 20;

    private final Field field;
    private final String text;
    private final String language;
    private final List<Sentence> sentences = new ArrayList<>();
    private int start;

    private SentenceSplitter(Field field, String text, String language) {
        this.field = field;
        this.text = text;
        this.language = language;
    }

    static List<Sentence> split(Field field, String text, String language) {
        SentenceSplitter splitter = new SentenceSplitter(field, text, language);
        splitter.run();
        return splitter.sentences;
    }

    private void run() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                i++;
            } else if (isBreak(c)) {
                end(i);
                i++;
            } else if (isStop(c)) {
                i = stop(i);
            } else {
                i++;
            }
        }
        end(text.length());
    }

    /** Handles the stop at {@code at}, and gives where to go on. */
    private int stop(int at) {
        int behind = at + 1;
        while (behind < text.length() && isStop(text.charAt(behind))) {
            behind++;
        }
        boolean point = behind == at + 1 && text.charAt(at) == '.';
        int closed = closers(behind);
        if (isIdeographicStop(text.charAt(behind - 1))) {
            end(closed);
            return closed;
        }
        if (closed < text.length() && !isSpace(text.charAt(closed))) {
            if (point && closed == behind && spaceWasLost(at)) {
                end(behind);
            }
            return behind;
        }
        int next = wordStart(closed);
        boolean goesOn = next < text.length()
                && (Character.isLowerCase(text.codePointAt(next))
                        || (point && closed == behind && belongsToWord(at, next)));
        if (!goesOn) {
            end(closed);
        }
        return closed;
    }

    private int closers(int from) {
        int i = from;
        while (i < text.length() && isCloser(text.charAt(i)) && !opens(i)) {
            i++;
        }
        int mark = i;
        while (mark < text.length() && isSpace(text.charAt(mark)) && !isBreak(text.charAt(mark))) {
            mark++;
        }
        return mark > i && mark < text.length() && text.charAt(mark) == '»' ? closers(mark) : i;
    }

    /** A high quotation mark closes in German and opens in most other languages: a word follows it then. */
    private boolean opens(int at) {
        return text.charAt(at) == '“' && at + 1 < text.length() && Character.isLetterOrDigit(text.codePointAt(at + 1));
    }

    /** The first letter or digit behind white space, quotes and dashes on the same line; the end when there is none. */
    private int wordStart(int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(text.codePointAt(i))) {
                return i;
            }
            if (isBreak(c) || !(isSpace(c) || isOpener(c) || isCloser(c) || isBullet(c))) {
                break;
            }
        }
        return text.length();
    }

    private boolean belongsToWord(int stop, int next) {
        int from = stop;
        int earliest = Math.max(start, stop - LONGEST_ABBREVIATION);
        while (from > earliest && (Character.isLetterOrDigit(text.charAt(from - 1)) || isInnerPoint(from - 1))) {
            from--;
        }
        String before = text.substring(from, stop);
        if (before.isEmpty()) {
            return false;
        }
        if (isNumbering(from, before)) {
            return true;
        }
        int end = next;
        while (end < text.length() && end < next + LONGEST_WORD && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return Abbreviations.keep(before, text.substring(next, end), language);
    }

    private boolean isInnerPoint(int at) {
        return text.charAt(at) == '.' && at > start && Character.isLetter(text.charAt(at - 1));
    }

    /** {@code 1. Introduction}. */
    private boolean isNumbering(int from, String word) {
        return from - start <= LONGEST_NUMBERING
                && text.substring(start, from).isBlank()
                && word.chars().allMatch(Character::isDigit);
    }

    /** {@code lanceurs.Le ministre}. */
    private boolean spaceWasLost(int stop) {
        return stop >= 3
                && stop + 2 < text.length()
                && Character.isLowerCase(text.charAt(stop - 1))
                && Character.isLowerCase(text.charAt(stop - 2))
                && Character.isLowerCase(text.charAt(stop - 3))
                && Character.isUpperCase(text.charAt(stop + 1))
                && (Character.isLowerCase(text.charAt(stop + 2)) || isSpace(text.charAt(stop + 2)));
    }

    private void end(int end) {
        int from = start;
        int to = end;
        start = end;
        while (to - from > LONGEST) {
            int cut = cut(from);
            add(from, cut);
            from = cut;
        }
        add(from, to);
    }

    private int cut(int from) {
        for (int i = from + LONGEST; i > from + LONGEST / 2; i--) {
            if (isSpace(text.charAt(i))) {
                return i;
            }
        }
        int cut = from + LONGEST;
        return Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
    }

    private void add(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && (isSpace(text.charAt(from)) || isBullet(text.charAt(from)))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            sentences.add(new Sentence(field, from, to));
        }
    }

    private static boolean isSpace(char c) {
        return c <= ' '
                || (c > '~'
                        && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF'));
    }

    /** Most characters, told at a glance: letters of the Latin alphabet and the space. */
    private static boolean isPlain(char c) {
        return c == ' ' || (c > '?' && c < '\u0085') || (c > '\u0085' && c < '\u2000');
    }

    private static boolean isBreak(char c) {
        return switch (c) {
            case '\n', '\r', '\u000B', '\f', '\u0085', '\u2028', '\u2029', '•', '▪', '●', '‣', '◦' -> true;
            default -> false;
        };
    }

    private static boolean isStop(char c) {
        return switch (c) {
            case '.', '!', '?', '…', '‥', '．' -> true;
            default -> isIdeographicStop(c);
        };
    }

    private static boolean isIdeographicStop(char c) {
        return c == '。' || c == '！' || c == '？' || c == '｡';
    }

    private static boolean isCloser(char c) {
        return switch (c) {
            case '"', '\'', '”', '’', '»', '›', '“', ')', ']', '}', '」', '』', '】', '）', '〉', '》' -> true;
            default -> false;
        };
    }

    private static boolean isOpener(char c) {
        return switch (c) {
            case '"', '\'', '“', '‘', '«', '‹', '„', '(', '[', '{', '「', '『', '【', '（', '〈', '《', '¿', '¡' -> true;
            default -> false;
        };
    }

    private static boolean isBullet(char c) {
        return switch (c) {
            case '•', '▪', '●', '‣', '◦', '∙', '■', '►', '·', '*', '–', '—', '-', '|' -> true;
            default -> false;
        };
    }
}
