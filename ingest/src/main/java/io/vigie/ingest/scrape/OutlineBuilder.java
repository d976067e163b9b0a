package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The one walk over the parsed page: fills the {@link Outline} and hands what is said about the page to a collector. */
final class OutlineBuilder {

    private static final int FIRST_CAPACITY = 1024;

    private final ClassWords words;
    private final FactsCollector facts;

    private int size;
    private Element[] elements = new Element[FIRST_CAPACITY];
    private int[] parents = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private Role[] roles = new Role[FIRST_CAPACITY];
    private int[] hints = new int[FIRST_CAPACITY];
    private int[] firstBlocks = new int[FIRST_CAPACITY];
    private int[] endBlocks = new int[FIRST_CAPACITY];

    private final List<Block> blocks = new ArrayList<>(256);
    private char[] text = new char[16 * 1024];
    private int end;

    private int[] places = new int[64];
    private int openLinks;
    private int openBolds;
    private int breaks;
    private int owner;

    private int from;
    private int weight;
    private int linkWeight;
    private int boldWeight;
    private int links;
    private boolean sentence;
    private boolean linkCounted;
    private boolean gap;

    private OutlineBuilder(ClassWords words, FactsCollector facts) {
        this.words = words;
        this.facts = facts;
    }

    static Outline build(Document page, ClassWords words, FactsCollector facts) {
        OutlineBuilder builder = new OutlineBuilder(words, facts);
        builder.walk(page);
        return builder.finish();
    }

    /** Document order, with the open elements and the place among their children on a stack of our own. */
    private void walk(Document page) {
        Element parent = page;
        int parentIndex = -1;
        int depth = 0;
        int child = 0;
        while (true) {
            if (child == parent.childNodeSize()) {
                if (depth == 0) {
                    return;
                }
                close(parentIndex);
                parentIndex = parents[parentIndex];
                parent = parentIndex < 0 ? page : elements[parentIndex];
                child = places[--depth];
                continue;
            }
            Node node = parent.childNode(child++);
            if (node instanceof Element element) {
                int index = open(element, parentIndex);
                if (roles[index] == Role.SILENT || element.childNodeSize() == 0) {
                    close(index);
                } else {
                    if (depth == places.length) {
                        places = Arrays.copyOf(places, depth * 2);
                    }
                    places[depth++] = child;
                    parent = element;
                    parentIndex = index;
                    child = 0;
                }
            } else if (node instanceof TextNode textNode) {
                append(textNode.getWholeText());
            }
        }
    }

    private int open(Element element, int parent) {
        if (size == elements.length) {
            grow();
        }
        int index = size++;
        String tag = element.normalName();
        boolean attributed = element.attributesSize() > 0;
        Role role = isHead(tag) ? Role.SILENT : Role.of(tag);
        elements[index] = element;
        parents[index] = parent;
        roles[index] = role;
        hints[index] = attributed ? hintsOf(element, tag) : 0;
        if (role == Role.BREAK) {
            lineBreak();
        } else if (role.breaksText()) {
            flush();
            owner = index;
        } else if ("a".equals(tag)) {
            openLinks++;
            linkCounted = false;
        } else if (isBold(tag)) {
            openBolds++;
        }
        firstBlocks[index] = blocks.size();
        facts.element(element, tag, index);
        if (attributed) {
            facts.properties(element);
        }
        return index;
    }

    private void close(int index) {
        Role role = roles[index];
        String tag = elements[index].normalName();
        if (role.breaksText()) {
            flush();
            owner = nearestBreaking(parents[index]);
        } else if ("a".equals(tag)) {
            openLinks--;
        } else if (isBold(tag)) {
            openBolds--;
        }
        ends[index] = size;
        endBlocks[index] = blocks.size();
    }

    private int nearestBreaking(int index) {
        int e = index;
        while (e > 0 && !roles[e].breaksText()) {
            e = parents[e];
        }
        return Math.max(e, 0);
    }

    /** The head's children say nothing to readers; jsoup's parser has moved strays there already. */
    private static boolean isHead(String tag) {
        return switch (tag) {
            case "title", "meta", "link", "base" -> true;
            default -> false;
        };
    }

    private static boolean isBold(String tag) {
        return "b".equals(tag) || "strong".equals(tag);
    }

    private int hintsOf(Element element, String tag) {
        int found = 0;
        Attributes attributes = element.attributes();
        for (Attribute attribute : attributes) {
            String value = attribute.getValue();
            found |= switch (attribute.getKey()) {
                case "class", "role" -> words.hints(value);
                case "id" -> isSlug(value) ? 0 : words.hints(value);
                case "rel" -> "author".equals(value) ? Hint.BYLINE.mask : 0;
                case "itemprop" -> ofProperty(value);
                case "hidden" -> "until-found".equals(value) ? 0 : Hint.HIDDEN.mask;
                case "aria-hidden" -> "true".equals(value) ? Hint.HIDDEN.mask : 0;
                case "style" -> hides(value) ? Hint.HIDDEN.mask : 0;
                default -> 0;
            };
        }
        return "html".equals(tag) || "body".equals(tag) ? 0 : found;
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

    private void lineBreak() {
        breaks++;
        if (breaks > 1) {
            flush();
        } else {
            gap = true;
        }
    }

    private void append(String raw) {
        int length = raw.length();
        if (length * 2 + end > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, end + length * 2));
        }
        char[] out = text;
        int at = end;
        int added = 0;
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || (c >= '\u00a0' && isBlank(c))) {
                gap = true;
                continue;
            }
            if (c >= '\u00ad' && isInvisible(c)) {
                continue;
            }
            if (weight + added == 0) {
                if (at > 0) {
                    out[at++] = '\n';
                }
                from = at;
            } else if (gap) {
                out[at++] = ' ';
            }
            gap = false;
            out[at++] = c;
            added += c >= '\u2e80' && isIdeograph(c) ? Block.IDEOGRAPH : 1;
            if (!sentence) {
                sentence = c == '.' || c == ',' || c == '?' || c == '!' || c == '。' || c == '、' || c == '，';
            }
        }
        end = at;
        if (added > 0) {
            breaks = 0;
            count(added);
        }
    }

    private void count(int added) {
        weight += added;
        if (openLinks > 0) {
            linkWeight += added;
            if (!linkCounted) {
                links++;
                linkCounted = true;
            }
        }
        if (openBolds > 0) {
            boldWeight += added;
        }
    }

    private static boolean isBlank(char c) {
        return c == '\u00a0' || c == '\u3000' || (c >= '\u2000' && c <= '\u200a') || c == '\u2028';
    }

    private static boolean isInvisible(char c) {
        return c == '\u00ad' || c == '\u200b' || c == '\ufeff' || c == '\u2060';
    }

    private static boolean isIdeograph(char c) {
        return (c >= '\u3040' && c <= '\u9fff') || (c >= '\uac00' && c <= '\ud7af') || (c >= '\uf900' && c <= '\ufaff');
    }

    private void flush() {
        if (weight > 0) {
            blocks.add(new Block(owner, from, end, weight, linkWeight, boldWeight, links, sentence));
        }
        weight = 0;
        linkWeight = 0;
        boldWeight = 0;
        links = 0;
        sentence = false;
        linkCounted = false;
        gap = false;
        breaks = 0;
    }

    private void grow() {
        elements = Outline.grown(elements);
        roles = Outline.grown(roles);
        int capacity = elements.length;
        parents = Arrays.copyOf(parents, capacity);
        ends = Arrays.copyOf(ends, capacity);
        hints = Arrays.copyOf(hints, capacity);
        firstBlocks = Arrays.copyOf(firstBlocks, capacity);
        endBlocks = Arrays.copyOf(endBlocks, capacity);
    }

    private Outline finish() {
        flush();
        for (int i = 0; i < size; i++) {
            if (ends[i] == 0) {
                ends[i] = size;
                endBlocks[i] = blocks.size();
            }
        }
        return new Outline(
                size,
                elements,
                parents,
                ends,
                roles,
                hints,
                firstBlocks,
                endBlocks,
                List.copyOf(blocks),
                new String(text, 0, end));
    }
}
