package io.vigie.ingest.scrape;

/** Takes out what leads to other articles, told by its make: teasers, lists of links, articles inside the article. */
final class OtherArticles {

    private static final int FEWEST_TEASERS = 3;
    private static final int LONGEST_TEASER = 600;
    private static final int SHORTEST_TITLE = 15;
    /** Characters without blanks. */
    private static final int WHOLE_ARTICLE = 1_000;

    private final Outline outline;
    private final Masses masses;
    private final IntroducedLists introduced;

    OtherArticles(Outline outline, Masses masses) {
        introduced = new IntroducedLists(outline, masses);
        this.outline = outline;
        this.masses = masses;
    }

    /** Articles inside the article are teasers, unless the page is made of them, as live pages are. */
    void dropArticles(int root) {
        int others = 0;
        int count = 0;
        int element = root + 1;
        while (element < outline.ends[root]) {
            if (outline.roles[element] == Role.ARTICLE) {
                others += masses.in(element);
                count++;
                element = outline.ends[element];
            } else {
                element++;
            }
        }
        if (count == 0 || others * 2 > masses.in(root)) {
            return;
        }
        for (element = root + 1; element < outline.ends[root]; element++) {
            if (outline.roles[element] == Role.ARTICLE) {
                masses.drop(element);
            }
        }
        masses.settle();
    }

    /** The lists of teasers beside and below the article: their summaries read like prose of its own. */
    void dropTeaserLists() {
        if (outline.size > 0) {
            dropTeaserLists(0);
        }
    }

    /** Three or more parts of one make, each headed by a link and short, lead to other articles. */
    void dropTeaserLists(int root) {
        int element = root + 1;
        while (element < outline.ends[root]) {
            boolean several = outline.endBlocks[element] - outline.firstBlocks[element] >= FEWEST_TEASERS;
            if (several && isTeaserList(element) && isBeside(element, root) && !introduced.have(element)) {
                masses.drop(element);
                element = outline.ends[element];
            } else {
                element++;
            }
        }
        masses.settle();
    }

    /** Whether the article is elsewhere: most of the prose, or what is an article by itself. */
    private boolean isBeside(int element, int root) {
        int rest = masses.in(root) - masses.in(element);
        return rest > masses.in(element) || rest >= WHOLE_ARTICLE;
    }

    private boolean isTeaserList(int element) {
        Role role = outline.roles[element];
        if (role != Role.BOX && role != Role.LIST && role != Role.ASIDE) {
            return false;
        }
        int parts = 0;
        int headed = 0;
        for (int child = element + 1; child < outline.ends[element]; child = outline.ends[child]) {
            int first = outline.firstBlocks[child];
            int end = outline.endBlocks[child];
            if (first < end) {
                parts++;
                headed += isTeaser(first, end) ? 1 : 0;
            }
        }
        return headed >= FEWEST_TEASERS && headed * 10 >= parts * 7;
    }

    private boolean isTeaser(int first, int end) {
        int weight = 0;
        boolean headed = false;
        for (int i = first; i < end && weight < LONGEST_TEASER; i++) {
            Block block = outline.block(i);
            weight += block.weight();
            int share = outline.roleOf(block) == Role.HEADING ? 5 : 9;
            boolean link = block.linkWeight() * 10 > block.weight() * share && block.weight() >= SHORTEST_TITLE;
            headed |= link && i - first < 3;
        }
        return headed && weight < LONGEST_TEASER;
    }

    void dropLinkLists(int root) {
        int element = root + 1;
        while (element < outline.ends[root]) {
            if (outline.endBlocks[element] > outline.firstBlocks[element]
                    && isLinkList(element)
                    && !introduced.have(element)) {
                masses.drop(element);
                element = outline.ends[element];
            } else {
                element++;
            }
        }
        masses.settle();
    }

    private boolean isLinkList(int element) {
        switch (outline.roles[element]) {
            case LIST, BOX, TABLE, ASIDE, ARTICLE, HEADER, ROW, CELL -> {}
            default -> {
                return false;
            }
        }
        int weight = 0;
        int link = 0;
        int links = 0;
        for (int i = outline.firstBlocks[element]; i < outline.endBlocks[element]; i++) {
            if (!masses.isDropped(i)) {
                Block block = outline.block(i);
                weight += block.weight();
                link += block.linkWeight();
                links += block.links();
            }
        }
        return weight > 0 && links > 1 && link * 10 > weight * 7;
    }
}
