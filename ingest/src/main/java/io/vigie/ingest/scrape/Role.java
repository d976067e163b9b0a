package io.vigie.ingest.scrape;

/** What an element does to the text it holds, told from its tag alone. */
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

    static Role of(String tag) {
        return switch (tag) {
            case "p" -> PARAGRAPH;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> HEADING;
            case "ul", "ol", "dl", "menu", "dir" -> LIST;
            case "li", "dt", "dd" -> ITEM;
            case "table" -> TABLE;
            case "tr", "tbody", "thead", "tfoot" -> ROW;
            case "td", "th" -> CELL;
            case "blockquote" -> QUOTE;
            case "pre", "listing", "xmp" -> PREFORMATTED;
            case "figure" -> FIGURE;
            case "figcaption", "caption" -> CAPTION;
            case "aside" -> ASIDE;
            case "nav" -> NAVIGATION;
            case "header" -> HEADER;
            case "footer" -> FOOTER;
            case "form" -> FORM;
            case "article" -> ARTICLE;
            case "br" -> BREAK;
            case "script",
                    "style",
                    "noscript",
                    "template",
                    "svg",
                    "iframe",
                    "object",
                    "embed",
                    "select",
                    "datalist",
                    "option",
                    "button",
                    "textarea",
                    "input",
                    "canvas",
                    "audio",
                    "video",
                    "map",
                    "dialog",
                    "amp-ad",
                    "amp-consent",
                    "amp-sidebar",
                    "noframes",
                    "applet",
                    "progress",
                    "meter" -> SILENT;
            case "html",
                    "body",
                    "div",
                    "section",
                    "main",
                    "center",
                    "address",
                    "details",
                    "summary",
                    "fieldset",
                    "legend",
                    "hgroup",
                    "search",
                    "hr",
                    "frameset",
                    "amp-accordion" -> BOX;
            default -> INLINE;
        };
    }

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
