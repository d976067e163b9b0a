package io.vigie.ingest.scrape;

/**
 * Finds the smallest element that holds the article. Every block of prose votes for the boxes around it, each farther
 * box getting a smaller part of the vote: a box wins by gathering many paragraphs closely. The winner then grows to its
 * parent as long as what that adds reads like more of the same.
 */
final class RootFinder {

    private static final double DECAY = 0.82;
    private static final int FARTHEST = 10;
    private static final double SPARSE = 0.35;
    private static final double SUBSTANTIAL = 0.2;
    private static final double NOTEWORTHY = 0.06;
    private static final double AFTERWORD = 0.3;

    private final Outline outline;
    private final Masses masses;

    RootFinder(Outline outline, Masses masses) {
        this.outline = outline;
        this.masses = masses;
    }

    /** Index of the element; 0 when no block of the page reads like prose. */
    int find() {
        double[] votes = new double[outline.size];
        for (int i = 0; i < outline.blocks.size(); i++) {
            int mass = masses.of(i);
            if (mass > 0) {
                vote(votes, outline.block(i).owner(), mass);
            }
        }
        int best = 0;
        double most = 0;
        for (int e = 0; e < outline.size; e++) {
            if (votes[e] > 0) {
                double score = votes[e] * favour(e);
                if (score > most) {
                    best = e;
                    most = score;
                }
            }
        }
        return named(grown(best));
    }

    /**
     * Page builders cut an article into sections of their own: the element around them that is named after the article
     * holds it, unless it holds much besides.
     */
    private int named(int start) {
        int named = start;
        while (named > 1 && !Hint.BODY.in(outline.hints[named]) && outline.roles[named] != Role.ARTICLE) {
            named = outline.parents[named];
        }
        int extra = masses.in(named) - masses.in(start);
        int extraWeight = masses.weightIn(named) - masses.weightIn(start);
        boolean more = extra > masses.in(start) * SUBSTANTIAL && extra > extraWeight * SPARSE;
        return named > 1 && more ? named : start;
    }

    private void vote(double[] votes, int owner, int mass) {
        double vote = mass;
        int e = owner;
        for (int step = 0; e >= 0 && step < FARTHEST; e = outline.parents[e]) {
            if (!outline.roles[e].isPartOfText()) {
                votes[e] += vote;
                vote *= DECAY;
                step++;
            }
        }
    }

    private double favour(int element) {
        int hints = outline.hints[element];
        double favour = 1;
        if (Hint.BODY.in(hints)) {
            favour *= 1.5;
        } else if (Hint.CONTENT.in(hints)) {
            favour *= 1.08;
        }
        Role role = outline.roles[element];
        if (role == Role.ARTICLE) {
            favour *= 1.25;
        } else if (role == Role.FOOTER || role == Role.ASIDE || role == Role.NAVIGATION) {
            favour *= 0.5;
        }
        // The whole page holds every article and its surroundings.
        return "body".equals(outline.elements[element].normalName()) ? favour * 0.75 : favour;
    }

    private int grown(int start) {
        int root = start;
        int seen = start;
        for (int step = 0; step < FARTHEST; step++) {
            int parent = outline.parents[seen];
            if (parent <= 1) {
                break;
            }
            seen = parent;
            int mass = masses.in(root);
            int extra = masses.in(parent) - mass;
            int extraWeight = masses.weightIn(parent) - masses.weightIn(root);
            boolean alike = extra > mass * NOTEWORTHY && extra > extraWeight * 0.55;
            if (alike && !isAfterword(root, parent, mass)) {
                root = parent;
            }
        }
        return root;
    }

    /** Whether all that the parent adds is one paragraph behind, small beside the rest: a notice at the foot of the page. */
    private boolean isAfterword(int root, int parent, int mass) {
        if (masses.before(root) - masses.before(parent) > mass * NOTEWORTHY) {
            return false;
        }
        int added = 0;
        int paragraphs = 0;
        for (int i = outline.endBlocks[root]; i < outline.endBlocks[parent]; i++) {
            added += masses.of(i);
            paragraphs += masses.of(i) > 0 ? 1 : 0;
        }
        return paragraphs == 1 && added < mass * AFTERWORD;
    }
}
