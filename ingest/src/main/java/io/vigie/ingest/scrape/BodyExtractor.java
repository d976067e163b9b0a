package io.vigie.ingest.scrape;

import java.util.List;

/** From the outline of a page to the paragraphs of its article. */
final class BodyExtractor {

    /** When names take away more than half of the prose, they may be names of layout. */
    private static final double SUSPICIOUS = 0.5;

    /** A fifth of what is found when names are not trusted: then they are. */
    private static final double POOR = 0.2;

    private final Phrases phrases;

    private final NameText names;

    BodyExtractor(Phrases phrases, NameText names) {
        this.phrases = phrases;
        this.names = names;
    }

    Body extract(Outline outline, String title, StructuredArticle structured, List<String> authors) {
        Masses masses = cleared(outline, Clearance.Trust.FULL);
        int root = new RootFinder(outline, masses).find();
        if (masses.total() < new Masses(outline).total() * SUSPICIOUS) {
            Masses more = cleared(outline, Clearance.Trust.LITTLE);
            int otherRoot = new RootFinder(outline, more).find();
            if (masses.in(root) < more.in(otherRoot) * POOR) {
                masses = more;
                root = otherRoot;
            }
        }
        List<Block> kept = new ParagraphFilter(outline, masses, phrases, names).filter(root, title, authors);
        if (kept.isEmpty()) {
            kept = outline.blocks.subList(
                    outline.size == 0 ? 0 : outline.firstBlocks[root], outline.size == 0 ? 0 : outline.endBlocks[root]);
        }
        StatedBody stated = StatedBody.of(structured);
        if (stated.isUsable()) {
            if (stated.outdoes(outline, kept)) {
                return new Body(stated.paragraphs(), root);
            }
            kept = stated.within(outline, kept);
        }
        StringBuilder text = new StringBuilder();
        for (Block block : kept) {
            if (text.length() > 0) {
                text.append('\n');
            }
            text.append(outline.text(block));
        }
        return new Body(text.toString(), root);
    }

    private static Masses cleared(Outline outline, Clearance.Trust trust) {
        Masses masses = new Masses(outline);
        new Clearance(outline, masses, trust).clear();
        new Repetitions(outline, masses).drop();
        new OtherArticles(outline, masses).dropTeaserLists();
        return masses;
    }

    /**
     * The article's text and where it stands.
     *
     * @param root index of the element that holds it in the outline
     */
    record Body(String text, int root) {}
}
