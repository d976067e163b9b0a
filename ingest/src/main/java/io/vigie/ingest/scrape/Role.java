package io.vigie.ingest.scrape;

/** What an element does to the text it holds, told from its tag alone ({@link TagTraits}). */
enum Role {
    /** Text flows through it: {@code span}, {@code a}, {@code em}, and every tag that HTML does not know. */
    INLINE,
    /** A box of its own: {@code div}, {@code section}, {@code main}. */
    BOX,
    ARTICLE,
    PARAGRAPH,
    HEADING,
    LIST,
    ITEM,
    TABLE,
    ROW,
    CELL,
    QUOTE,
    PREFORMATTED,
    FIGURE,
    CAPTION,
    ASIDE,
    NAVIGATION,
    HEADER,
    FOOTER,
    FORM,
    /** Ends a line, holds nothing: {@code br}. */
    BREAK,
    /** Holds no text for readers: {@code script}, {@code svg}, {@code select}. */
    SILENT;

    /** Whether text before, inside and after stands on lines of its own. */
    boolean breaksText() {
        return this != INLINE && this != BREAK;
    }

    /** Whether the element is part of its parent's text, so that the parent is what holds the article together. */
    boolean isPartOfText() {
        return switch (this) {
            case PARAGRAPH, HEADING, LIST, ITEM, TABLE, ROW, QUOTE, PREFORMATTED, FIGURE, CAPTION, INLINE, BREAK ->
                true;
            default -> false;
        };
    }
}
