package io.vigie.ingest.markup;

import java.io.IOException;
import java.io.Reader;

/**
 * Cuts markup into tags and text. It reads what XML would refuse: stray {@code <} and {@code &}, attributes without
 * quotes, comments that never end, an XML declaration without its end, control characters, tags cut by the end of the document. It resolves
 * nothing that lies outside the document, and holds one buffer and one token, each of bounded size.
 */
final class MarkupLexer {

    enum Token {
        START,
        END,
        TEXT,
        END_OF_DOCUMENT
    }

    private static final int LONGEST_TEXT = 8 * 1024;
    private static final String COMMENT_END = "-->";
    private static final int EOF = Lookahead.EOF;

    private final Lookahead in;
    private final ReferenceReader references;
    private final TagReader tag;
    private final StringBuilder text = new StringBuilder();
    private boolean inCdata;

    /** False once a comment began whose end was nowhere in the rest of the document. */
    private boolean commentsEnd = true;

    MarkupLexer(Reader source) {
        this.in = new Lookahead(source);
        this.references = new ReferenceReader(in);
        this.tag = new TagReader(in, references);
    }

    /** Name of the tag just read, as written. */
    String name() {
        return tag.name();
    }

    /** Attributes of the start tag just read. */
    Attributes attributes() {
        return tag.attributes();
    }

    /** Whether the start tag just read was {@code <a/>}. */
    boolean isEmpty() {
        return tag.isEmpty();
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
            int c = in.peek();
            if (c == EOF || text.length() >= LONGEST_TEXT) {
                return text.length() > 0 ? Token.TEXT : Token.END_OF_DOCUMENT;
            }
            if (c != '<') {
                characters(c);
            } else if (!opensMarkup()) {
                text.append((char) in.take());
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
        in.ensure(3);
        int second = in.peek(1);
        return second == '!'
                || second == '?'
                || TagReader.isNameStart(second)
                || (second == '/' && TagReader.isNameStart(in.peek(2)));
    }

    /** Reads from a {@code <}; {@link Token#TEXT} says that what it was counts for nothing, or that a CDATA section starts. */
    private Token markup() throws IOException {
        in.take();
        int c = in.peek();
        if (c == '/') {
            in.take();
            tag.readEnd();
            return Token.END;
        }
        if (c == '!') {
            in.take();
            declaration();
            return Token.TEXT;
        }
        if (c == '?') {
            in.skipPast('>'); // not "?>": the question mark is what people forget
            return Token.TEXT;
        }
        return tag.readStart() ? Token.START : Token.TEXT;
    }

    private void characters(int c) throws IOException {
        if (c == '&') {
            references.read(text);
        } else if (c == ']' && in.startsWith("]]>")) {
            in.skip(3); // the end of a CDATA section that was closed before
        } else {
            run();
        }
    }

    /** Plain characters up to the next that could be anything else. */
    private void run() throws IOException {
        append(text, in.take());
        in.takeWhile(MarkupLexer::isPlain, text);
    }

    private static boolean isPlain(int c) {
        return c != '<' && c != '&' && c != ']' && isText(c);
    }

    private void cdata() throws IOException {
        while (text.length() < LONGEST_TEXT) {
            int c = in.peek();
            if (c == EOF || (c == ']' && endsCdata())) {
                inCdata = false;
                return;
            }
            append(text, in.take());
        }
    }

    /** Passes over {@code ]]>}; {@code ]]</} has lost its last sign. */
    private boolean endsCdata() throws IOException {
        if (in.startsWith("]]>")) {
            in.skip(3);
            return true;
        }
        if (in.startsWith("]]</")) {
            in.skip(2);
            return true;
        }
        return false;
    }

    private void declaration() throws IOException {
        if (in.startsWith("--")) {
            in.skip(2);
            if (in.peek() == '>') {
                in.take(); // "<!-->", as in HTML
            } else if (commentsEnd && in.mayHave(COMMENT_END)) {
                in.skipPast(COMMENT_END);
            } else {
                commentsEnd = false; // one that never ends would swallow the rest of the feed
            }
        } else if (in.startsWith("[CDATA[")) {
            in.skip(7);
            inCdata = true;
        } else {
            InternalSubset.read(in).ifPresent(references::declare);
        }
    }

    static void append(StringBuilder target, int c) {
        if (isText(c)) {
            target.append((char) c);
        }
    }

    static boolean isText(int c) {
        return c >= ' ' ? c != 0x7f && c != 0xfeff : c == '\t' || c == '\n' || c == '\r';
    }
}
