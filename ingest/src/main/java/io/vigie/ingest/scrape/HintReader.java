package io.vigie.ingest.scrape;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** What the attributes of an element say about it, as masks of {@link Hint}. */
final class HintReader {

    private final ClassNames names;
    private final FactsCollector facts;

    /** @param facts is handed the item properties on the way */
    HintReader(ClassWords words, FactsCollector facts) {
        names = new ClassNames(words);
        this.facts = facts;
    }

    int hints(Element element, String tag) {
        if (element.attributesSize() == 0 || isMute(tag)) {
            return 0;
        }
        int found = 0;
        for (Attribute attribute : element.attributes()) {
            String value = attribute.getValue();
            switch (attribute.getKey()) {
                case "class", "role" -> found |= names.hints(value);
                case "id" -> found |= isSlug(value) ? 0 : names.hints(value);
                case "rel" -> found |= "author".equals(value) ? Hint.BYLINE.mask : 0;
                case "itemprop" -> {
                    found |= ofProperty(value);
                    facts.property(value, element.attr("content"));
                }
                case "hidden" -> found |= "until-found".equals(value) ? 0 : Hint.HIDDEN.mask;
                case "aria-hidden" -> found |= "true".equals(value) ? Hint.HIDDEN.mask : 0;
                case "style" -> found |= hides(value) ? Hint.HIDDEN.mask : 0;
                default -> {}
            }
        }
        // Names of the whole page are about what kind of page it is.
        return "html".equals(tag) || "body".equals(tag) ? 0 : found;
    }

    /** Tags that neither hold text nor state anything, often under long names of their own. */
    private static boolean isMute(String tag) {
        return switch (tag) {
            case "img", "source", "script", "style", "svg", "iframe", "input", "button" -> true;
            default -> false;
        };
    }

    /** The id of a heading is made of its words, {@code sharing-with-partners}, and says nothing about layout. */
    private static boolean isSlug(String id) {
        int hyphens = 0;
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) == '-' || id.charAt(i) == '_') {
                hyphens++;
            }
        }
        return hyphens > 2;
    }

    private static int ofProperty(String property) {
        return switch (property) {
            case "articleBody", "text", "reviewBody" -> Hint.BODY.mask;
            case "author", "creator" -> Hint.BYLINE.mask;
            case "datePublished", "dateModified", "dateCreated" -> Hint.DATE.mask;
            case "comment" -> Hint.COMMENT.mask;
            case "caption" -> Hint.CAPTION.mask;
            case "keywords", "articleSection" -> Hint.LABEL.mask;
            case "description" -> Hint.SUMMARY.mask;
            default -> 0;
        };
    }

    private static boolean hides(String style) {
        int at = style.indexOf("display");
        if (at >= 0 && valueIs(style, at + "display".length(), "none")) {
            return true;
        }
        at = style.indexOf("visibility");
        return at >= 0 && valueIs(style, at + "visibility".length(), "hidden");
    }

    private static boolean valueIs(String style, int at, String value) {
        int i = at;
        while (i < style.length() && (style.charAt(i) == ':' || style.charAt(i) == ' ')) {
            i++;
        }
        return style.startsWith(value, i);
    }
}
