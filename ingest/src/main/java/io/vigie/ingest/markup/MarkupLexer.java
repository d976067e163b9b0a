package io.vigie.ingest.markup;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;

/**
 * Cuts markup into tags and text. It reads what XML would refuse: stray {@code <} and {@code &}, attributes without
 * quotes, an XML declaration without its end, control characters, tags cut by the end of the document. It resolves
 * nothing that lies outside the document, and holds one buffer and one token, each of bounded size.
 */
final class MarkupLexer {

    enum Token {
        START,
        END,
        TEXT,
        END_OF_DOCUMENT
    }

    private static final int BUFFER = 16 * 1024;
    private static final int LONGEST_TEXT = 8 * 1024;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_VALUE = 64 * 1024;
    private static final int LONGEST_DECLARATION = 64 * 1024;
    private static final int LONGEST_REFERENCE = 40;
    private static final int EOF = -1;

    private final Reader source;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder text = new StringBuilder();
    private int position;
    private int limit;
    private boolean exhausted;
    private boolean inCdata;
    private CharacterReferences references = new CharacterReferences(Map.of());

    private String name = "";
    private Attributes attributes = Attributes.NONE;
    private boolean empty;

    MarkupLexer(Reader source) {
        this.source = source;
    }

    /** Name of the tag just read, as written. */
    String name() {
        return name;
    }

    /** Attributes of the start tag just read. */
    Attributes attributes() {
        return attributes;
    }

    /** Whether the start tag just read was {@code <a/>}. */
    boolean isEmpty() {
        return empty;
    }

    /** The text just read, references resolved; long text comes in several pieces. */
    CharSequence text() {
        return text;
    }

    Token next() throws IOException {
        text.setLength(0);
        while (true) {
            if (inCdata) {
                cdata();
            }
            int c = peek();
            if (c == EOF || text.length() >= LONGEST_TEXT) {
                return text.length() > 0 ? Token.TEXT : Token.END_OF_DOCUMENT;
            }
            if (c != '<') {
                characters(c);
            } else if (!opensMarkup()) {
                text.append((char) take());
            } else if (text.length() > 0) {
                return Token.TEXT;
            } else {
                Token tag = markup();
                if (tag != Token.TEXT) {
                    return tag;
                }
            }
        }
    }

    private boolean opensMarkup() throws IOException {
        ensure(3);
        int second = peek(1);
        return second == '!' || second == '?' || isNameStart(second) || (second == '/' && isNameStart(peek(2)));
    }

    /** Reads from a {@code <}; {@link Token#TEXT} says that what it was counts for nothing, or that a CDATA section starts. */
    private Token markup() throws IOException {
        take();
        int c = peek();
        if (c == '/') {
            take();
            name = readName();
            skipPast('>');
            return Token.END;
        }
        if (c == '!') {
            take();
            declaration();
            return Token.TEXT;
        }
        if (c == '?') {
            skipPast('>'); // not "?>": the question mark is what people forget
            return Token.TEXT;
        }
        return startTag() ? Token.START : Token.TEXT;
    }

    /** Whether the tag is whole: one that breaks off says nothing reliable. */
    private boolean startTag() throws IOException {
        name = readName();
        Attributes.Builder found = new Attributes.Builder();
        empty = false;
        while (true) {
            skipWhitespace();
            int c = peek();
            if (c == EOF) {
                return false;
            }
            if (c == '<') {
                break;
            }
            if (c == '>') {
                take();
                break;
            }
            if (c == '/') {
                take();
                empty = peek() == '>';
            } else {
                attribute(found);
            }
        }
        attributes = found.build();
        return true;
    }

    private void attribute(Attributes.Builder found) throws IOException {
        String key = readName();
        if (key.isEmpty()) {
            take();
            return;
        }
        skipWhitespace();
        if (peek() != '=') {
            return;
        }
        take();
        skipWhitespace();
        int quote = peek();
        StringBuilder value = new StringBuilder();
        if (quote == '"' || quote == '\'') {
            take();
            while (peek() != quote && peek() != EOF) {
                valueCharacter(value);
            }
            take();
        } else {
            while (!isWhitespace(peek()) && peek() != '>' && peek() != EOF && !endsEmptyTag()) {
                valueCharacter(value);
            }
        }
        found.add(key, value.toString());
    }

    private boolean endsEmptyTag() throws IOException {
        ensure(2);
        return peek() == '/' && peek(1) == '>';
    }

    private void valueCharacter(StringBuilder value) throws IOException {
        if (value.length() >= LONGEST_VALUE) {
            take();
        } else if (peek() == '&') {
            reference(value);
        } else {
            append(value, take());
        }
    }

    private void characters(int c) throws IOException {
        if (c == '&') {
            reference(text);
        } else if (c == ']' && startsWith("]]>")) {
            position += 3; // the end of a CDATA section that was closed before
        } else {
            run();
        }
    }

    /** Plain characters up to the next that could be anything else. */
    private void run() throws IOException {
        append(text, take());
        int from = position;
        while (position < limit && isPlain(buffer[position])) {
            position++;
        }
        text.append(buffer, from, position - from);
    }

    private static boolean isPlain(char c) {
        return c != '<' && c != '&' && c != ']' && isText(c);
    }

    private void reference(StringBuilder target) throws IOException {
        ensure(LONGEST_REFERENCE);
        int end = 1;
        while (end < LONGEST_REFERENCE && isReferenceCharacter(peek(end))) {
            end++;
        }
        String resolved =
                end > 1 && peek(end) == ';' ? references.resolve(new String(buffer, position + 1, end - 1)) : null;
        if (resolved == null) {
            target.append((char) take());
        } else {
            target.append(resolved);
            position += end + 1;
        }
    }

    private void cdata() throws IOException {
        while (text.length() < LONGEST_TEXT) {
            int c = peek();
            if (c == EOF || (c == ']' && startsWith("]]>"))) {
                inCdata = false;
                position += c == EOF ? 0 : 3;
                return;
            }
            append(text, take());
        }
    }

    private void declaration() throws IOException {
        if (startsWith("--")) {
            position += 2;
            if (peek() == '>') {
                take(); // "<!-->", as in HTML
            } else {
                skipPast("-->");
            }
        } else if (startsWith("[CDATA[")) {
            position += 7;
            inCdata = true;
        } else {
            documentType();
        }
    }

    private void documentType() throws IOException {
        StringBuilder declaration = new StringBuilder();
        int quote = 0;
        boolean subset = false;
        int c = take();
        while (c != EOF && (c != '>' || quote != 0 || subset)) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || (c == '\'' && subset)) {
                quote = c;
            } else if (c == '[') {
                subset = true;
            } else if (c == ']') {
                subset = false;
            }
            if (declaration.length() < LONGEST_DECLARATION) {
                declaration.append((char) c);
            }
            c = take();
        }
        references = new CharacterReferences(InternalSubset.entities(declaration));
    }

    private String readName() throws IOException {
        StringBuilder read = new StringBuilder();
        while (isNameCharacter(peek())) {
            int c = take();
            if (read.length() < LONGEST_NAME) {
                read.append((char) c);
            }
        }
        return read.toString();
    }

    private void skipWhitespace() throws IOException {
        while (isWhitespace(peek())) {
            position++;
        }
    }

    private void skipPast(char end) throws IOException {
        int c = take();
        while (c != end && c != EOF) {
            c = take();
        }
    }

    private void skipPast(String end) throws IOException {
        while (peek() != EOF && !(peek() == end.charAt(0) && startsWith(end))) {
            position++;
        }
        position = Math.min(limit, position + end.length());
    }

    private boolean startsWith(String expected) throws IOException {
        ensure(expected.length());
        for (int i = 0; i < expected.length(); i++) {
            if (peek(i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int peek() throws IOException {
        if (position == limit) {
            ensure(1);
        }
        return peek(0);
    }

    /** Only after {@link #ensure}. */
    private int peek(int ahead) {
        return position + ahead < limit ? buffer[position + ahead] : EOF;
    }

    private int take() throws IOException {
        int c = peek();
        if (c != EOF) {
            position++;
        }
        return c;
    }

    /** Makes {@code count} characters readable, or as many as are left. */
    private void ensure(int count) throws IOException {
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

    private static void append(StringBuilder target, int c) {
        if (isText(c)) {
            target.append((char) c);
        }
    }

    private static boolean isText(int c) {
        return c >= ' ' ? c != 0x7f && c != 0xfeff : c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isReferenceCharacter(int c) {
        return c == '#' || c == '_' || c == '.' || c == '-' || (c > 0 && Character.isLetterOrDigit(c));
    }

    private static boolean isNameStart(int c) {
        return c == '_' || c == ':' || (c > 0 && Character.isLetter(c));
    }

    private static boolean isNameCharacter(int c) {
        return c > ' ' && c != '>' && c != '/' && c != '=' && c != '<' && c != '"' && c != '\'';
    }

    private static boolean isWhitespace(int c) {
        return c >= 0 && c <= ' ';
    }
}
