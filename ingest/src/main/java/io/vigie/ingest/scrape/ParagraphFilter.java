package io.vigie.ingest.scrape;

import io.vigie.ingest.dates.DateOrder;
import io.vigie.ingest.dates.VisibleDates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides, block by block, what of the found element is the article. */
final class ParagraphFilter {

    private static final int SHORT_LINE = 220;
    private static final int LONGEST_CREDIT = 320;
    private static final int LONGEST_HEAD = 120;
    private static final int FULL_PARAGRAPH = 80;
    private static final int FIRST_BLOCKS = 5;
    private static final int LAST_BLOCKS = 6;
    private static final int FEWEST_TEASERS = 3;
    private static final int SHORTEST_TITLE = 15;
    private static final int FEWEST_REPEATED = 3;
    private static final int LIGHTEST_REPETITION = 300;
    private static final int LONGEST_TEASER = 600;

    private final Outline outline;
    private final Masses masses;
    private final Phrases phrases;
    private final NameText names;

    ParagraphFilter(Outline outline, Masses masses, Phrases phrases, NameText names) {
        this.names = names;
        this.outline = outline;
        this.masses = masses;
        this.phrases = phrases;
    }

    /**
     * The blocks that are the article.
     *
     * @param root index of the element that holds it
     * @param title headline, not repeated in the body
     * @param authors names; a paragraph at the end that begins with one is about its author
     */
    List<Block> filter(int root, String title, List<String> authors) {
        dropOtherArticles(root);
        dropTeaserLists(root);
        dropLinkLists(root);
        int first = outline.firstBlocks[root];
        int end = outline.endBlocks[root];
        String normalTitle = Phrases.normalized(title);
        for (int i = first; i < end; i++) {
            if (!masses.isDropped(i) && isBoilerplate(i, root, normalTitle)) {
                masses.dropBlock(i);
            }
        }
        dropRepetitions(first, end);
        dropHead(first, end, normalTitle);
        dropBiographies(first, end, authors);
        return withoutOrphans(first, end);
    }

    /**
     * Some pages hold the article twice, for narrow and for wide screens, and quotations go round in carousels. Runs of
     * blocks that were there before go; a single block may well be said twice.
     */
    private void dropRepetitions(int first, int end) {
        Map<String, Integer> places = new HashMap<>();
        int i = first;
        while (i < end) {
            Integer earlier = places.putIfAbsent(outline.text(outline.block(i)), i);
            int run = earlier == null ? 1 : repeated(earlier, i, end);
            if (run > 1) {
                for (int j = i; j < i + run; j++) {
                    masses.dropBlock(j);
                }
            }
            i += run;
        }
    }

    /** How many blocks from {@code at} on are those from {@code earlier} on; 1 when too few to be a repetition. */
    private int repeated(int earlier, int at, int end) {
        Set<String> texts = new HashSet<>();
        int weight = 0;
        int run = 0;
        while (at + run < end && earlier + run < at) {
            String text = outline.text(outline.block(at + run));
            if (!text.equals(outline.text(outline.block(earlier + run)))) {
                break;
            }
            texts.add(text);
            weight += outline.block(at + run).weight();
            run++;
        }
        return texts.size() >= FEWEST_REPEATED && weight >= LIGHTEST_REPETITION ? run : 1;
    }

    /** Before the first full paragraph: the headline again, who signed, and when. */
    private void dropHead(int first, int end, String title) {
        int seen = 0;
        for (int i = first; i < end && masses.of(i) < FULL_PARAGRAPH && seen < FIRST_BLOCKS; i++) {
            if (masses.isDropped(i)) {
                continue;
            }
            seen++;
            Block block = outline.block(i);
            String text = outline.text(block);
            if (block.weight() < LONGEST_HEAD && outline.roleOf(block) != Role.ITEM && isHead(text, title)) {
                masses.dropBlock(i);
            }
        }
    }

    private boolean isHead(String text, String title) {
        String normal = Phrases.normalized(text);
        if (!title.isEmpty()
                && ((normal.length() >= SHORTEST_TITLE && title.contains(normal)) || normal.startsWith(title))) {
            return true;
        }
        boolean sentence = ".!?。:".indexOf(text.charAt(text.length() - 1)) >= 0;
        return !sentence
                && (hasYear(text)
                        || VisibleDates.first(text, DateOrder.DAY_FIRST).isPresent()
                        || (names.mayBeByline(text) && !names.namesOfLine(text).isEmpty()));
    }

    private static boolean hasYear(String text) {
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isDigit(text.charAt(i))) {
                digits++;
            } else {
                boolean century = digits == 4 && (text.startsWith("19", i - 4) || text.startsWith("20", i - 4));
                if (century) {
                    return true;
                }
                digits = 0;
            }
        }
        return false;
    }

    private void dropBiographies(int first, int end, List<String> authors) {
        List<String> normalAuthors = authors.stream().map(Phrases::normalized).toList();
        int seen = 0;
        for (int i = end - 1; i >= first && seen < LAST_BLOCKS && !normalAuthors.isEmpty(); i--) {
            if (masses.isDropped(i)) {
                continue;
            }
            seen++;
            String normal = Phrases.normalized(outline.text(outline.block(i)));
            if (normalAuthors.stream().anyMatch(name -> name.indexOf(' ') > 0 && normal.startsWith(name + " "))) {
                masses.dropBlock(i);
            }
        }
    }

    /** Articles inside the article are teasers, unless the page is made of them, as live pages are. */
    private void dropOtherArticles(int root) {
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

    /** Three or more parts of one make, each headed by a link and short, lead to other articles. */
    private void dropTeaserLists(int root) {
        int element = root + 1;
        while (element < outline.ends[root]) {
            boolean several = outline.endBlocks[element] - outline.firstBlocks[element] >= FEWEST_TEASERS;
            if (several && isTeaserList(element) && masses.in(element) * 2 < masses.in(root)) {
                masses.drop(element);
                element = outline.ends[element];
            } else {
                element++;
            }
        }
        masses.settle();
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
        for (int i = first; i < end; i++) {
            Block block = outline.block(i);
            weight += block.weight();
            int share = outline.roleOf(block) == Role.HEADING ? 5 : 9;
            boolean link = block.linkWeight() * 10 > block.weight() * share && block.weight() >= SHORTEST_TITLE;
            headed |= link && i - first < 3;
        }
        return headed && weight < LONGEST_TEASER;
    }

    private void dropLinkLists(int root) {
        int element = root + 1;
        while (element < outline.ends[root]) {
            if (outline.endBlocks[element] > outline.firstBlocks[element] && isLinkList(element)) {
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

    private boolean isBoilerplate(int index, int root, String title) {
        Block block = outline.block(index);
        if (block.weight() >= LONGEST_CREDIT && block.linkWeight() == 0 && outline.roleOf(block) != Role.HEADING) {
            return false;
        }
        String normal = Phrases.normalized(outline.text(block));
        if (normal.isEmpty() || phrases.isWhole(normal)) {
            if (outline.roleOf(block) == Role.HEADING) {
                dropSection(index, root);
            }
            return true;
        }
        Role role = outline.roleOf(block);
        if (role == Role.HEADING && !title.isEmpty() && normal.equals(title)) {
            return true;
        }
        if (block.weight() < SHORT_LINE) {
            Phrases.Kind kind = phrases.beginning(normal).orElse(null);
            if (kind == Phrases.Kind.SECTION && role == Role.HEADING && normal.length() < 40) {
                dropSection(index, root);
                return true;
            }
            if (kind != null && (block.linkWeight() > 0 || block.weight() < 60)) {
                return true;
            }
        }
        if (block.weight() < LONGEST_CREDIT && phrases.isCredit(outline.text(block))) {
            return true;
        }
        if (block.linkWeight() * 10 > block.weight() * 9 && role != Role.HEADING) {
            return role != Role.ITEM && role != Role.CELL || !inProse(index);
        }
        return false;
    }

    /** Whether the block stands between blocks of prose of the same parent. */
    private boolean inProse(int index) {
        return index > 0 && masses.of(index - 1) > 0;
    }

    private void dropSection(int index, int root) {
        int owner = outline.block(index).owner();
        int parent = outline.parents[owner];
        while (parent > root && outline.endBlocks[parent] - outline.firstBlocks[parent] == 1) {
            parent = outline.parents[parent];
        }
        int end = Math.min(outline.endBlocks[Math.max(parent, root)], outline.endBlocks[root]);
        int gone = 0;
        for (int i = index; i < end; i++) {
            gone += masses.of(i);
        }
        if (gone * 4 > masses.in(root)) {
            return;
        }
        for (int i = index; i < end; i++) {
            masses.dropBlock(i);
        }
    }

    private List<Block> withoutOrphans(int first, int end) {
        List<Block> kept = new ArrayList<>();
        boolean textBelow = false;
        for (int i = end - 1; i >= first; i--) {
            if (masses.isDropped(i)) {
                continue;
            }
            Block block = outline.block(i);
            if (outline.roleOf(block) == Role.HEADING) {
                if (textBelow) {
                    kept.add(block);
                }
            } else {
                textBelow = true;
                kept.add(block);
            }
        }
        java.util.Collections.reverse(kept);
        return kept;
    }
}
