package io.vigie.ingest.markup;

import java.io.IOException;

/** Reads one tag: its name, and the attributes as far as they can be told apart. */
final class TagReader {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_VALUE = 64 * 1024;

    private final Lookahead in;
    private final ReferenceReader references;
    private String name = "";
    private Attributes attributes = Attributes.NONE;
    private boolean empty;

    TagReader(Lookahead in, ReferenceReader references) {
        this.in = in;
        this.references = references;
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

    /** Reads an end tag from behind its {@code </}. */
    void readEnd() throws IOException {
        name = readName();
        in.skipPast('>');
    }

    /** Reads a start tag from behind its {@code <}; whether it is whole: one that breaks off says nothing reliable. */
    boolean readStart() throws IOException {
        name = readName();
        Attributes.Builder found = new Attributes.Builder();
        empty = false;
        while (true) {
            in.skipWhitespace();
            int c = in.peek();
            if (c == Lookahead.EOF) {
                return false;
            }
            if (c == '<') {
                break;
            }
            if (c == '>') {
                in.take();
                break;
            }
            if (c == '/') {
                in.take();
                empty = in.peek() == '>';
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
            in.take();
            return;
        }
        in.skipWhitespace();
        if (in.peek() != '=') {
            return;
        }
        in.take();
        in.skipWhitespace();
        int quote = in.peek();
        StringBuilder value = new StringBuilder();
        if (quote == '"' || quote == '\'') {
            in.take();
            while (in.peek() != quote && in.peek() != Lookahead.EOF && !endsOpenValue()) {
                valueCharacter(value);
            }
            if (in.peek() == quote) {
                in.take();
            }
        } else {
            while (!isWhitespace(in.peek()) && in.peek() != '>' && in.peek() != Lookahead.EOF && !endsEmptyTag()) {
                valueCharacter(value);
            }
        }
        found.add(key, value.toString());
    }

    /** In a quoted value: {@code ><}, which no value has in XML, shows that its closing quote was forgotten. */
    private boolean endsOpenValue() throws IOException {
        if (in.peek() != '>' && in.peek() != '/') {
            return false;
        }
        in.ensure(4);
        int at = in.peek() == '/' ? 1 : 0;
        return in.peek(at) == '>' && in.peek(at + 1) == '<' && (in.peek(at + 2) == '/' || isNameStart(in.peek(at + 2)));
    }

    private boolean endsEmptyTag() throws IOException {
        in.ensure(2);
        return in.peek() == '/' && in.peek(1) == '>';
    }

    private void valueCharacter(StringBuilder value) throws IOException {
        if (value.length() >= LONGEST_VALUE) {
            in.take();
        } else if (in.peek() == '&') {
            references.read(value);
        } else {
            MarkupLexer.append(value, in.take());
        }
    }

    private String readName() throws IOException {
        StringBuilder read = new StringBuilder();
        while (isNameCharacter(in.peek())) {
            int c = in.take();
            if (read.length() < LONGEST_NAME) {
                read.append((char) c);
            }
        }
        return read.toString();
    }

    static boolean isNameStart(int c) {
        return c == '_' || c == ':' || (c > 0 && Character.isLetter(c));
    }

    private static boolean isNameCharacter(int c) {
        return c > ' ' && c != '>' && c != '/' && c != '=' && c != '<' && c != '"' && c != '\'';
    }

    private static boolean isWhitespace(int c) {
        return c >= 0 && c <= ' ';
    }
}
