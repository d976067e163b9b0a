package io.vigie.ingest.scrape;

/**
 * Lists that a sentence of the article leads to: "Studies show that it helps with:" is followed by things that are told,
 * also where each of them is a link. Lists of other articles stand behind a heading, or behind nothing.
 */
final class IntroducedLists {

    private final Outline outline;
    private final Masses masses;

    IntroducedLists(Outline outline, Masses masses) {
        this.outline = outline;
        this.masses = masses;
    }

    /** Whether an element is in such a list, or is one itself. */
    boolean have(int element) {
        int list = outline.closest(element, Role.LIST);
        int before = list < 0 ? -1 : outline.firstBlocks[list] - 1;
        if (before < 0 || masses.isDropped(before) || masses.of(before) == 0) {
            return false;
        }
        char last = outline.last(outline.block(before));
        return last == ':' || last == '：';
    }
}
