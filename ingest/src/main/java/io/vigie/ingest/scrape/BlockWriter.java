package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the text of a page, blanks folded, and cuts it into blocks. */
final class BlockWriter {

    /** What may be put before a text that is added: the end of a line, or a blank. */
    private static final int MOST_ADDED = 1;

    private static final char LAST_ASCII_MARK = '?';

    /** The Armenian full stop: letters of our pages come before it more often than not. */
    private static final char FIRST_FAR_MARK = '\u0589';

    private final List<Block> blocks = new ArrayList<>(256);
    private char[] text = new char[16 * 1024];
    private int end;

    private int owner;
    private int openLinks;
    private int openBolds;
    private int breaks;

    /** Where the text ended when the last label closed; -1 when anything came between. */
    private int seam = -1;

    private int from;
    private int weight;
    private int linkWeight;
    private int boldWeight;
    private int links;
    private boolean sentence;
    private boolean linkCounted;
    private boolean gap;
    private int plainBlanks;

    /** Blocks so far; the text after the last of them is not among them. */
    int count() {
        return blocks.size();
    }

    /** Ends the current block: what follows belongs to another element. */
    void turnTo(int element) {
        flush();
        owner = element;
    }

    /** An inline element begins. */
    void open(TagTraits traits) {
        if (traits.link()) {
            openLinks++;
            linkCounted = false;
        } else if (traits.bold()) {
            openBolds++;
        }
        if (end != seam || !traits.label()) {
            seam = -1;
        }
    }

    /** An inline element ends. */
    void close(TagTraits traits) {
        if (traits.link()) {
            openLinks--;
        } else if (traits.bold()) {
            openBolds--;
        }
        seam = traits.label() ? end : -1;
    }

    /** Two line breaks in a row end a paragraph. */
    void lineBreak() {
        breaks++;
        if (breaks > 1) {
            flush();
        } else {
            gap = true;
        }
    }

    /** Adds text: it is copied behind the end in one go and folded in place, which never overtakes itself. */
    void append(String raw) {
        int first = 0;
        while (first < raw.length() && raw.charAt(first) <= ' ') {
            first++;
        }
        gap |= first > 0;
        if (first == raw.length()) {
            return; // the line ends and blanks between two tags
        }
        int source = end + MOST_ADDED;
        int limit = source + raw.length() - first;
        if (limit > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, limit));
        }
        char[] out = text;
        raw.getChars(first, raw.length(), out, source);
        int at = end;
        int added = 0;
        for (int i = source; i < limit; i++) {
            char c = out[i];
            if (c <= ' ' || (c >= '\u00a0' && isBlank(c))) {
                gap = true;
                continue;
            }
            if (c >= '\u00ad' && isInvisible(c)) {
                continue;
            }
            if (weight + added == 0) {
                if (at > 0) {
                    out[at++] = '\n';
                }
                from = at;
            } else if (gap || (at == seam && isSeam(out[at - 1], c))) {
                out[at++] = ' ';
            }
            gap = false;
            out[at++] = c;
            added += c >= '\u2e80' && isIdeograph(c) ? Block.IDEOGRAPH : 1;
            if (!sentence) {
                sentence = marksSentence(c);
            }
            int plain = plainEnd(i + 1, limit);
            int length = plain - i - 1;
            System.arraycopy(out, i + 1, out, at, length);
            at += length;
            added += length - plainBlanks;
            i += length;
        }
        end = at;
        if (added > 0) {
            breaks = 0;
            count(added);
        }
    }

    /**
     * Where the plain text ends that goes on there, which is most of all text: printable ASCII, words parted by a single
     * blank. It is copied as it stands; {@link #plainBlanks} of it are blanks.
     */
    private int plainEnd(int start, int limit) {
        char[] in = text;
        int blanks = 0;
        boolean marked = sentence;
        int i = start;
        while (i < limit) {
            char c = in[i];
            if (c == ' ') {
                if (i + 1 == limit || !isPrintable(in[i + 1])) {
                    break;
                }
                blanks++;
            } else if (!isPrintable(c)) {
                break;
            } else if (c <= LAST_ASCII_MARK && !marked) {
                marked = marksSentence(c);
            }
            i++;
        }
        sentence = marked;
        plainBlanks = blanks;
        return i;
    }

    private static boolean isPrintable(char c) {
        return c > ' ' && c < '\u007f';
    }

    /** Whether a character ends a sentence, or a part of one, in any script that has such marks. */
    static boolean marksSentence(char c) {
        if (c <= LAST_ASCII_MARK) {
            return c == '.' || c == ',' || c == '?' || c == '!';
        }
        return c >= FIRST_FAR_MARK && isFarMark(c);
    }

    private static boolean isFarMark(char c) {
        return switch (c) {
            case '。', '、', '，', '！', '？', '،', '؛', '؟', '۔', '।', '॥', '։', '።', '፣', '፤', '၊', '။', '។' -> true;
            default -> false;
        };
    }

    private static boolean isSeam(char before, char after) {
        boolean capital = Character.isUpperCase(after);
        return Character.isDigit(before)
                ? Character.isDigit(after) || capital
                : Character.isLowerCase(before) && (capital || Character.isDigit(after));
    }

    private void count(int added) {
        weight += added;
        if (openLinks > 0) {
            linkWeight += added;
            if (!linkCounted) {
                links++;
                linkCounted = true;
            }
        }
        if (openBolds > 0) {
            boldWeight += added;
        }
    }

    private static boolean isBlank(char c) {
        return c == '\u00a0' || c == '\u3000' || (c >= '\u2000' && c <= '\u200a') || c == '\u2028';
    }

    private static boolean isInvisible(char c) {
        return c == '\u00ad' || c == '\u200b' || c == '\ufeff' || c == '\u2060';
    }

    private static boolean isIdeograph(char c) {
        return (c >= '\u3040' && c <= '\u9fff') || (c >= '\uac00' && c <= '\ud7af') || (c >= '\uf900' && c <= '\ufaff');
    }

    private void flush() {
        if (weight > 0) {
            blocks.add(new Block(owner, from, end, weight, linkWeight, boldWeight, links, sentence));
        }
        weight = 0;
        linkWeight = 0;
        boldWeight = 0;
        links = 0;
        sentence = false;
        linkCounted = false;
        gap = false;
        breaks = 0;
    }

    List<Block> blocks() {
        flush();
        return List.copyOf(blocks);
    }

    String text() {
        return new String(text, 0, end);
    }
}
