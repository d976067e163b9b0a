package io.vigie.ingest.scrape;

/**
 * Takes out what names itself as something else than the article: hidden parts, menus, teasers, comments, notices,
 * advertisements. A name alone does not condemn the part that holds most of the page's prose, because builders call the
 * whole page {@code has-sidebar} or the article {@code paywall}.
 */
final class Clearance {

    private static final int SURE =
            Hint.maskOf(Hint.TEASER, Hint.COMMENT, Hint.ADVERTISEMENT, Hint.BIOGRAPHY, Hint.NOTICE);
    private static final int UNMISTAKABLE = Hint.maskOf(Hint.TEASER, Hint.COMMENT);
    private static final int LIKELY = Hint.maskOf(Hint.CHROME, Hint.HIDDEN);
    private static final int NOT_TEXT = SURE | LIKELY;
    private static final int LABELS = Hint.maskOf(Hint.CAPTION, Hint.LABEL, Hint.BYLINE, Hint.DATE);
    private static final int CONTENTS = Hint.maskOf(Hint.BODY, Hint.CONTENT);
    private static final int PROTECTED = Hint.maskOf(Hint.BODY);

    /** Longest text that a byline, date or label has. */
    private static final int LONGEST_LABEL = 160;

    private static final int LONGEST_CAPTION = 500;
    private static final int SHORTEST_INSERT = 200;
    private static final double MOST_OF_TEXT = 0.5;

    /** How far names are trusted. */
    enum Trust {
        FULL,
        /** Only names that no article bears: teasers and comments. For pages whose builders use the others for layout. */
        LITTLE
    }

    private final Outline outline;
    private final Masses masses;
    private final Trust trust;

    Clearance(Outline outline, Masses masses, Trust trust) {
        this.outline = outline;
        this.masses = masses;
        this.trust = trust;
    }

    void clear() {
        int total = Math.max(1, masses.total());
        int element = 0;
        while (element < outline.size) {
            if (outline.endBlocks[element] <= outline.firstBlocks[element]) {
                element = outline.ends[element];
            } else if (goes(element, total)) {
                masses.drop(element);
                element = outline.ends[element];
            } else {
                element++;
            }
        }
        masses.settle();
    }

    private boolean goes(int element, int total) {
        int hints = outline.hints[element];
        Role role = outline.roles[element];
        double share = (double) masses.in(element) / total;
        if (Hint.HIDDEN.in(hints)) {
            return share < 0.75;
        }
        switch (role) {
            case NAVIGATION, SILENT -> {
                return share < 0.5;
            }
            case ASIDE, FOOTER, FORM -> {
                if (share < 0.25) {
                    return role != Role.ASIDE || (hints & NOT_TEXT) != 0 || !isInsert(element);
                }
            }
            case CAPTION -> {
                return masses.weightIn(element) < LONGEST_CAPTION;
            }
            default -> {}
        }
        if ((hints & PROTECTED) != 0 && share > 0.1) {
            return false;
        }
        if (trust == Trust.LITTLE && (hints & UNMISTAKABLE) == 0) {
            return false;
        }
        if ((hints & SURE) != 0) {
            return share < (Hint.COMMENT.in(hints) ? 0.8 : 0.4);
        }
        if ((hints & LIKELY) != 0) {
            return share < ((hints & CONTENTS) == 0 ? 0.4 : 0.02);
        }
        if (Hint.BYLINE.in(hints) && share < 0.3 && share > 0 && isBehindText(element, total)) {
            return true;
        }
        if ((hints & LABELS) != 0 && (hints & Hint.HEADLINE.mask) == 0 && role != Role.HEADING) {
            int limit = Hint.CAPTION.in(hints) ? LONGEST_CAPTION : LONGEST_LABEL;
            return masses.weightIn(element) < limit && share < 0.3;
        }
        return false;
    }

    /** A box in the middle of the article that tells part of it, in prose and between paragraphs of the same parent. */
    private boolean isInsert(int element) {
        int first = outline.firstBlocks[element];
        int end = outline.endBlocks[element];
        int links = 0;
        for (int i = first; i < end; i++) {
            links += outline.block(i).linkWeight();
        }
        boolean prose = masses.in(element) >= SHORTEST_INSERT && links * 5 < masses.weightIn(element);
        return prose && isBeside(first - 1, element) && isBeside(end, element);
    }

    private boolean isBeside(int block, int element) {
        if (block < 0 || block >= outline.blocks.size()) {
            return false;
        }
        int owner = outline.block(block).owner();
        return outline.parents[owner] == outline.parents[element] && outline.roles[owner].isPartOfText();
    }

    /** Behind most of the prose, what is named after the author is about the author. */
    private boolean isBehindText(int element, int total) {
        return masses.before(element) > total * MOST_OF_TEXT;
    }
}
