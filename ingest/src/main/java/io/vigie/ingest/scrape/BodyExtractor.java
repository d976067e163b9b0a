package io.vigie.ingest.scrape;

import java.util.List;

/** From the outline of a page to the paragraphs of its article. */
final class BodyExtractor {

    private final Phrases phrases;

    BodyExtractor(Phrases phrases) {
        this.phrases = phrases;
    }

    Body extract(Outline outline, String title, StructuredArticle structured) {
        Masses masses = new Masses(outline);
        new Clearance(outline, masses).clear();
        int root = new RootFinder(outline, masses).find();
        List<Block> kept = new ParagraphFilter(outline, masses, phrases).filter(root, title);
        StringBuilder text = new StringBuilder();
        for (Block block : kept) {
            if (text.length() > 0) {
                text.append('\n');
            }
            text.append(outline.text(block));
        }
        return new Body(text.toString(), root);
    }

    /**
     * The article's text and where it stands.
     *
     * @param root index of the element that holds it in the outline
     */
    record Body(String text, int root) {}
}
