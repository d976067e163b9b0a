package io.vigie.ingest.scrape;

import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The one walk over the parsed page: fills the {@link Outline} and hands what is said about the page to a collector. */
final class OutlineBuilder {

    private static final int FIRST_CAPACITY = 2_048;

    private final HintReader reader;
    private final FactsCollector facts;
    private final BlockWriter text = new BlockWriter();

    private int size;
    private Element[] elements = new Element[FIRST_CAPACITY];
    private int[] parents = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private TagTraits[] traits = new TagTraits[FIRST_CAPACITY];
    private Role[] roles = new Role[FIRST_CAPACITY];
    private int[] hints = new int[FIRST_CAPACITY];
    private int[] firstBlocks = new int[FIRST_CAPACITY];
    private int[] endBlocks = new int[FIRST_CAPACITY];

    private int[] places = new int[64];

    private OutlineBuilder(ClassWords words, FactsCollector facts) {
        this.facts = facts;
        reader = new HintReader(words, facts);
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
                text.append(textNode.getWholeText());
            }
        }
    }

    private int open(Element element, int parent) {
        if (size == elements.length) {
            grow();
        }
        int index = size++;
        String tag = element.normalName();
        TagTraits tagTraits = TagTraits.of(tag);
        Role role = tagTraits.role();
        elements[index] = element;
        parents[index] = parent;
        traits[index] = tagTraits;
        roles[index] = role;
        hints[index] = reader.hints(element, tag);
        if (role == Role.BREAK) {
            text.lineBreak();
        } else if (role.breaksText()) {
            text.turnTo(index);
        }
        text.open(tagTraits);
        firstBlocks[index] = text.count();
        facts.element(element, tag, index);
        return index;
    }

    private void close(int index) {
        if (roles[index].breaksText()) {
            text.turnTo(nearestBreaking(parents[index]));
        }
        text.close(traits[index]);
        ends[index] = size;
        endBlocks[index] = text.count();
    }

    private int nearestBreaking(int index) {
        int e = index;
        while (e > 0 && !roles[e].breaksText()) {
            e = parents[e];
        }
        return Math.max(e, 0);
    }

    private void grow() {
        elements = Outline.grown(elements);
        traits = Outline.grown(traits);
        roles = Outline.grown(roles);
        int capacity = elements.length;
        parents = Arrays.copyOf(parents, capacity);
        ends = Arrays.copyOf(ends, capacity);
        hints = Arrays.copyOf(hints, capacity);
        firstBlocks = Arrays.copyOf(firstBlocks, capacity);
        endBlocks = Arrays.copyOf(endBlocks, capacity);
    }

    private Outline finish() {
        List<Block> blocks = text.blocks();
        for (int i = 0; i < size; i++) {
            if (ends[i] == 0) {
                ends[i] = size;
                endBlocks[i] = blocks.size();
            }
        }
        return new Outline(size, elements, parents, ends, roles, hints, firstBlocks, endBlocks, blocks, text.text());
    }
}
