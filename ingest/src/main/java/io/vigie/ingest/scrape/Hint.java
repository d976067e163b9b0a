package io.vigie.ingest.scrape;

/** What the class, id, role or item property of an element says about it. Sets of hints are bit masks. */
enum Hint {
    /** Names the article's text itself: {@code article-body}, {@code itemprop=articleBody}. */
    BODY,
    /** Names something that usually holds it: {@code content}, {@code story}. */
    CONTENT,
    BYLINE,
    DATE,
    HEADLINE,
    /** The paragraph under the headline. */
    SUMMARY,
    CAPTION,
    /** Other articles: related, most read, recommended. */
    TEASER,
    COMMENT,
    /** The frame of the site: menus, side bars, footers. */
    CHROME,
    /** Talks to the visitor: cookies, newsletters, subscriptions, sharing. */
    NOTICE,
    ADVERTISEMENT,
    /** About the author, not by the author. */
    BIOGRAPHY,
    /** Labels and small print: tags, categories, reading time. */
    LABEL,
    HIDDEN;

    final int mask = 1 << ordinal();

    boolean in(int hints) {
        return (hints & mask) != 0;
    }

    static int maskOf(Hint... hints) {
        int mask = 0;
        for (Hint hint : hints) {
            mask |= hint.mask;
        }
        return mask;
    }
}
