package io.vigie.ingest.scrape;

import java.net.URI;
import java.util.Set;

/**
 * What is known of a page when its date and byline are looked for.
 *
 * @param address where it was read
 * @param root index of the element that holds the article
 * @param headlineBlock index of the block that shows the headline: dates and bylines stand near it
 * @param outlet {@link OutletNames}
 */
record Page(
        URI address,
        PageFacts facts,
        StructuredArticle structured,
        Outline outline,
        String title,
        int root,
        int headlineBlock,
        Set<String> outlet) {

    static Page of(
            URI address,
            PageFacts facts,
            StructuredArticle structured,
            Outline outline,
            String title,
            int root,
            Set<String> outlet) {
        int headlineBlock = headlineBlock(facts, outline, title, root);
        return new Page(address, facts, structured, outline, title, root, headlineBlock, outlet);
    }

    /** The {@code h1} that shows the title, else the first, else where the article begins. */
    private static int headlineBlock(PageFacts facts, Outline outline, String title, int root) {
        if (outline.size == 0) {
            return 0;
        }
        String normal = Phrases.normalized(title);
        for (int headline : facts.headlines()) {
            if (Phrases.normalized(outline.textOf(headline)).equals(normal)) {
                return outline.firstBlocks[headline];
            }
        }
        int first = facts.headlines().isEmpty() ? root : facts.headlines().get(0);
        return outline.firstBlocks[first];
    }
}
