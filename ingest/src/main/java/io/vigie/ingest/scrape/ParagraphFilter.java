package io.vigie.ingest.scrape;

import io.vigie.ingest.dates.DateOrder;
import io.vigie.ingest.dates.VisibleDates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Decides, block by block, what of the found element is the article. */
final class ParagraphFilter {

    private static final int SHORT_LINE = 220;
    private static final int LONGEST_CREDIT = 320;
    private static final int LONGEST_HEAD = 120;
    private static final int LONGEST_DATE_LINE = 90;
    private static final int FULL_PARAGRAPH = 80;
    private static final int FIRST_BLOCKS = 5;
    private static final int LAST_BLOCKS = 6;
    private static final int SHORTEST_TITLE = 15;

    /** A row is asked for each of its cells; what makes a row of more is no table of results. */
    private static final int MOST_CELLS = 64;

    /** One part in so many of a line that leads elsewhere is the link; in one of the article it is a word or two. */
    private static final int LEADING_ELSEWHERE = 8;

    private final Outline outline;
    private final Masses masses;
    private final Phrases phrases;
    private final NameText names;
    private final IntroducedLists introduced;

    ParagraphFilter(Outline outline, Masses masses, Phrases phrases, NameText names) {
        introduced = new IntroducedLists(outline, masses);
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
     * @param authors names, perhaps several in one; a paragraph at the end that begins with one is about its author
     */
    List<Block> filter(int root, String title, List<String> authors) {
        OtherArticles others = new OtherArticles(outline, masses);
        others.dropArticles(root);
        others.dropTeaserLists(root);
        others.dropLinkLists(root);
        int first = outline.firstBlocks[root];
        int end = outline.endBlocks[root];
        String normalTitle = Phrases.normalized(title);
        dropAboveHeadline(first, end, normalTitle);
        for (int i = first; i < end; i++) {
            if (!masses.isDropped(i) && isBoilerplate(i, root, normalTitle)) {
                masses.dropBlock(i);
            }
        }
        new ChartFigures(outline, masses).drop(first, end);
        dropHead(first, end, normalTitle);
        dropBiographies(first, end, authors);
        List<Block> kept = new ArrayList<>();
        for (int i : new Introduction(outline, masses).before(root, normalTitle)) {
            if (!isBoilerplate(i, root, normalTitle)) {
                kept.add(outline.block(i));
            }
        }
        kept.addAll(withoutOrphans(first, end));
        return kept;
    }

    /** Above the headline stands what kind of article it is, and what is read aloud; a long text is an article of its own. */
    private void dropAboveHeadline(int first, int end, String title) {
        int above = 0;
        for (int i = first; i < end && above < LONGEST_CREDIT && !title.isEmpty(); i++) {
            Block block = outline.block(i);
            if (outline.roleOf(block) == Role.HEADING
                    && Phrases.normalized(outline.text(block)).equals(title)) {
                for (int j = first; j < i; j++) {
                    masses.dropBlock(j);
                }
                return;
            }
            above += masses.of(i);
        }
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
        char last = text.charAt(text.length() - 1);
        boolean sentence = last == ':' || (last != ',' && BlockWriter.marksSentence(last));
        return !sentence
                && ((text.length() < LONGEST_DATE_LINE
                                && (hasYear(text)
                                        || VisibleDates.first(text, DateOrder.DAY_FIRST)
                                                .isPresent()))
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
        List<String> normalAuthors = authors.stream()
                .flatMap(author -> Stream.concat(Stream.of(author), names.names(author).stream()))
                .map(Phrases::normalized)
                .distinct()
                .toList();
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

    private boolean isBoilerplate(int index, int root, String title) {
        Block block = outline.block(index);
        if (block.weight() >= LONGEST_CREDIT && block.linkWeight() == 0 && outline.roleOf(block) != Role.HEADING) {
            return false;
        }
        String text = outline.text(block);
        Role role = outline.roleOf(block);
        if (block.weight() < SHORT_LINE || role == Role.HEADING || !Character.isLetter(text.charAt(0))) {
            String normal = Phrases.normalized(text);
            if (normal.isEmpty() || phrases.isWhole(normal)) {
                if (role == Role.HEADING) {
                    dropSection(index, root);
                }
                return true;
            }
            if (role == Role.HEADING && !title.isEmpty() && normal.equals(title)) {
                return true;
            }
            if (block.weight() < SHORT_LINE && isPhrase(index, normal, role, root)) {
                return true;
            }
        }
        if (block.weight() < LONGEST_CREDIT && phrases.isCredit(text)) {
            return true;
        }
        if (block.linkWeight() * 10 > block.weight() * 9 && role != Role.HEADING) {
            return role == Role.CELL
                    ? !isInRowOfData(block)
                    : role != Role.ITEM || !(inProse(index) || introduced.have(block.owner()));
        }
        return false;
    }

    /** Whether a short block begins with what pages say to their visitors; what it heads goes with it. */
    private boolean isPhrase(int index, String normal, Role role, int root) {
        Block block = outline.block(index);
        Phrases.Kind kind = phrases.beginning(normal).orElse(null);
        if (kind == Phrases.Kind.SECTION && role == Role.HEADING && normal.length() < 40) {
            if (block.linkWeight() * 2 < block.weight()) {
                dropSection(index, root);
            }
            return true;
        }
        return kind != null && (block.linkWeight() * LEADING_ELSEWHERE > block.weight() || block.weight() < 60);
    }

    /** Whether a cell's row says something that is no link: "Northern Lines" beside "12 ships". */
    private boolean isInRowOfData(Block cell) {
        int row = outline.parents[cell.owner()];
        if (row < 0) {
            return false;
        }
        int end = Math.min(outline.endBlocks[row], outline.firstBlocks[row] + MOST_CELLS);
        int prose = 0;
        for (int i = outline.firstBlocks[row]; i < end; i++) {
            prose += masses.isDropped(i) ? 0 : outline.block(i).prose();
        }
        return prose > 0;
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
