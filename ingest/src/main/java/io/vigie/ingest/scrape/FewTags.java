package io.vigie.ingest.scrape;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * HTML that ends where it has more tags than an article can need: each becomes an object of the parser, many times as large
 * as itself. Counts characters, since in UTF-16 the byte of a tag is also half of many letters.
 */
final class FewTags extends FilterReader {

    private final int most;
    private int tags;

    /**
     * Reads nothing yet.
     *
     * @param most so many beginnings of tags are let through
     */
    FewTags(Reader html, int most) {
        super(html);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) == 1 ? one[0] : -1;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int end = tags > most ? -1 : super.read(target, offset, length);
        int more = 0;
        for (int i = offset; i < offset + end; i++) {
            more += target[i] == '<' ? 1 : 0;
        }
        if (tags + more > most) {
            return cut(target, offset, end);
        }
        tags += more;
        return end;
    }

    /** How many characters stand before the first tag that is one too many; -1 when none does. */
    private int cut(char[] target, int offset, int length) {
        int i = offset;
        while (i < offset + length && (target[i] != '<' || ++tags <= most)) {
            i++;
        }
        return i == offset ? -1 : i - offset;
    }
}
