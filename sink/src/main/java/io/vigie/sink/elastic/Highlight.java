package io.vigie.sink.elastic;

import java.util.ArrayList;
import java.util.List;

/**
 * A passage in which words were found.
 *
 * @param field {@code headline} or {@code body}
 * @param text plain text of the passage
 * @param marks where the words stand in it, in order, without overlap
 */
public record Highlight(String field, String text, List<Mark> marks) {

    /** Noncharacters (Unicode 23.7): they are not for interchange, so that no text of a page should hold them. */
    static final char OPEN = '\uFDD0';

    static final char CLOSE = '\uFDD1';

    /**
     * A stretch of the passage.
     *
     * @param start offset of its first UTF-16 unit
     * @param end offset behind its last
     */
    public record Mark(int start, int end) {}

    public Highlight {
        marks = List.copyOf(marks);
    }

    /** Reads a passage in which words stand between {@link #OPEN} and {@link #CLOSE}; stray ones are left out. */
    static Highlight parse(String field, String marked) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == OPEN) {
                start = text.length();
            } else if (c != CLOSE) {
                text.append(c);
            } else if (start >= 0) {
                marks.add(new Mark(start, text.length()));
                start = -1;
            }
        }
        return new Highlight(field, text.toString(), marks);
    }
}
