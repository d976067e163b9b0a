package io.vigie.ingest.scrape;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tag means for the text in it.
 *
 * @param link whether it is {@code a}
 * @param bold whether it is {@code b} or {@code strong}
 * @param label whether style sheets set it apart where the page has no blank: {@code <span>9 May 2025</span><span>5
 *     min</span>}
 */
record TagTraits(Role role, boolean link, boolean bold, boolean label) {

    /** Text flows through every tag that HTML does not know. */
    private static final TagTraits OTHER = new TagTraits(Role.INLINE, false, false, false);

    private static final Map<Role, List<String>> TAGS = Map.ofEntries(
            Map.entry(Role.PARAGRAPH, List.of("p")),
            Map.entry(Role.HEADING, List.of("h1", "h2", "h3", "h4", "h5", "h6")),
            Map.entry(Role.LIST, List.of("ul", "ol", "dl", "menu", "dir")),
            Map.entry(Role.ITEM, List.of("li", "dt", "dd")),
            Map.entry(Role.TABLE, List.of("table")),
            Map.entry(Role.ROW, List.of("tr", "tbody", "thead", "tfoot")),
            Map.entry(Role.CELL, List.of("td", "th")),
            Map.entry(Role.QUOTE, List.of("blockquote")),
            Map.entry(Role.PREFORMATTED, List.of("pre", "listing", "xmp")),
            Map.entry(Role.FIGURE, List.of("figure")),
            Map.entry(Role.CAPTION, List.of("figcaption", "caption")),
            Map.entry(Role.ASIDE, List.of("aside")),
            Map.entry(Role.NAVIGATION, List.of("nav")),
            Map.entry(Role.HEADER, List.of("header")),
            Map.entry(Role.FOOTER, List.of("footer")),
            Map.entry(Role.FORM, List.of("form")),
            Map.entry(Role.ARTICLE, List.of("article")),
            Map.entry(Role.BREAK, List.of("br")),
            Map.entry(
                    Role.SILENT,
                    List.of(
                            "script",
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
                            "meter",
                            "title",
                            "meta",
                            "link",
                            "base")),
            Map.entry(
                    Role.BOX,
                    List.of(
                            "html",
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
                            "amp-accordion")));

    private static final Map<String, TagTraits> BY_TAG = byTag();

    private static Map<String, TagTraits> byTag() {
        Map<String, TagTraits> traits = new HashMap<>();
        TAGS.forEach((role, tags) -> tags.forEach(tag -> traits.put(tag, new TagTraits(role, false, false, false))));
        traits.put("a", new TagTraits(Role.INLINE, true, false, true));
        traits.put("b", new TagTraits(Role.INLINE, false, true, false));
        traits.put("strong", new TagTraits(Role.INLINE, false, true, false));
        traits.put("span", new TagTraits(Role.INLINE, false, false, true));
        traits.put("time", new TagTraits(Role.INLINE, false, false, true));
        return Collections.unmodifiableMap(traits);
    }

    /** @param tag in lower case */
    static TagTraits of(String tag) {
        return BY_TAG.getOrDefault(tag, OTHER);
    }
}
