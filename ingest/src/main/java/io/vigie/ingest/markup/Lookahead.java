package io.vigie.ingest.markup;

import java.io.IOException;
import java.io.Reader;
import java.util.function.IntPredicate;

/**
 * The characters of a document, one after the other, with those that follow in sight. It holds one buffer, whatever the
 * document's length.
 */
final class Lookahead {

    /** Comes where the document has ended, however often it is asked. */
    static final int EOF = -1;

    private static final int BUFFER = 64 * 1024;

    private final Reader source;
    private final char[] buffer = new char[BUFFER];
    private int position;
    private int limit;
    private boolean exhausted;

    Lookahead(Reader source) {
        this.source = source;
    }

    /** The next character, which stays. */
    int peek() throws IOException {
        if (position == limit) {
            ensure(1);
        }
        return peek(0);
    }

    /** The character {@code ahead} of the next one; only after {@link #ensure} of one more than that. */
    int peek(int ahead) {
        return position + ahead < limit ? buffer[position + ahead] : EOF;
    }

    int take() throws IOException {
        int c = peek();
        if (c != EOF) {
            position++;
        }
        return c;
    }

    /** Goes on by so many characters, which are in sight. */
    void skip(int count) {
        position = Math.min(limit, position + count);
    }

    /** So many of the next characters, which are in sight, from {@code from} on. */
    String text(int from, int count) {
        return new String(buffer, position + from, count);
    }

    /** Whether these characters come next; letters are capitals or not. */
    boolean startsWith(String expected) throws IOException {
        ensure(expected.length());
        for (int i = 0; i < expected.length(); i++) {
            int c = peek(i);
            if (c != expected.charAt(i) && Character.toUpperCase(c) != Character.toUpperCase(expected.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether these characters come anywhere in what is left, as far as the buffer reaches; true where more is left. */
    boolean mayHave(String wanted) throws IOException {
        if (isInSight(wanted)) {
            return true;
        }
        ensure(buffer.length);
        return !exhausted || isInSight(wanted);
    }

    private boolean isInSight(String wanted) {
        for (int i = position; i + wanted.length() <= limit; i++) {
            int matched = 0;
            while (matched < wanted.length() && buffer[i + matched] == wanted.charAt(matched)) {
                matched++;
            }
            if (matched == wanted.length()) {
                return true;
            }
        }
        return false;
    }

    void skipPast(char end) throws IOException {
        int c = take();
        while (c != end && c != EOF) {
            c = take();
        }
    }

    void skipPast(String end) throws IOException {
        while (peek() != EOF && !(peek() == end.charAt(0) && startsWith(end))) {
            position++;
        }
        skip(end.length());
    }

    void skipWhitespace() throws IOException {
        while (peek() >= 0 && peek() <= ' ') {
            position++;
        }
    }

    /** Takes what is in sight of a run of such characters. */
    void takeWhile(IntPredicate wanted, StringBuilder target) {
        int from = position;
        while (position < limit && wanted.test(buffer[position])) {
            position++;
        }
        target.append(buffer, from, position - from);
    }

    /** Brings {@code count} characters in sight, or as many as are left. */
    void ensure(int count) throws IOException {
        if (limit - position >= count || exhausted) {
            return;
        }
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (limit < count && !exhausted) {
            int n = source.read(buffer, limit, buffer.length - limit);
            exhausted = n < 0;
            limit += Math.max(0, n);
        }
    }
}
