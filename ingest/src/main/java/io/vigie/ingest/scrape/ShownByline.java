package io.vigie.ingest.scrape;

import io.vigie.ingest.dates.DateOrder;
import io.vigie.ingest.dates.VisibleDates;
import java.util.ArrayList;
import java.util.List;

/**
 * The names that readers see: elements marked as author, the line "By …" or the link to an author's page near the
 * headline, "Written by …" below the last paragraph.
 */
final class ShownByline {

    private static final int NEAR = 12;
    private static final int LONGEST_BYLINE = 200;
    private static final int LAST_BLOCKS = 6;

    /** A byline with what the author is and has written. */
    private static final int LONGEST_BOX = 1_000;

    private static final int LONGEST_LEAD = 16;
    private static final int LONGEST_DATE = 60;

    private static final int NOT_HERE =
            Hint.maskOf(Hint.COMMENT, Hint.BIOGRAPHY, Hint.HIDDEN, Hint.TEASER, Hint.ADVERTISEMENT);

    private final NameText names;

    ShownByline(NameText names) {
        this.names = names;
    }

    /** Names near the headline, the outlet's own among them if it signs; empty when there are none. */
    List<String> find(Page page) {
        List<String> marked = marked(page);
        if (!page.people(marked).isEmpty()) {
            return marked;
        }
        List<String> lines = lines(page);
        return marked.isEmpty() || !page.people(lines).isEmpty() ? lines : marked;
    }

    /** The names of the line near the headline that says "By …" and this name among others; empty when there is none. */
    List<String> signedWith(Page page, String name) {
        Outline outline = page.outline();
        int to = Math.min(outline.blocks.size(), page.headlineBlock() + NEAR);
        for (int b = Math.max(0, page.headlineBlock() - NEAR / 2); b < to; b++) {
            Block block = outline.block(b);
            if (block.to() - block.from() <= LONGEST_BYLINE
                    && outline.text(block).contains(name)) {
                List<String> found = ofLine(outline, b);
                if (found.contains(name)) {
                    return page.people(found);
                }
            }
        }
        return List.of();
    }

    /** The names of the first line near the headline that says "By …" in so many words; empty when there is none. */
    private List<String> signed(Page page) {
        Outline outline = page.outline();
        int to = Math.min(outline.blocks.size(), page.headlineBlock() + NEAR);
        for (int b = Math.max(0, page.headlineBlock() - NEAR / 2); b < to; b++) {
            List<String> found = ofLine(outline, b);
            if (!page.people(found).isEmpty()) {
                return page.people(found);
            }
        }
        return List.of();
    }

    /** A name that stands alone on the line under the headline, or beside a line that is a date. */
    List<String> unsigned(Page page) {
        Outline outline = page.outline();
        int headline = page.headlineBlock();
        int to = Math.min(outline.blocks.size() - 1, headline + NEAR / 2);
        for (int b = Math.max(0, headline - 2); b < to; b++) {
            Block block = outline.block(b);
            boolean plain = block.links() == 0 && outline.roleOf(block) != Role.HEADING;
            String text = alone(outline.text(block));
            boolean dated = isDate(outline, b - 1) || isDate(outline, b) || isDate(outline, b + 1);
            if (plain
                    && (dated || b == headline + 1)
                    && names.isFullName(text)
                    && names.names(text).size() == 1) {
                return names.names(text);
            }
        }
        return List.of();
    }

    /** A line without its date and the bars around it. */
    private String alone(String line) {
        if (line.length() > LONGEST_DATE) {
            return "";
        }
        String text = undated(line).strip();
        int from = text.startsWith("|") ? 1 : 0;
        int to = text.length() - (text.length() > from && text.endsWith("|") ? 1 : 0);
        return text.substring(from, to).strip();
    }

    private boolean isDate(Outline outline, int block) {
        if (block < 0) {
            return false;
        }
        String text = outline.text(outline.block(block));
        return text.length() < LONGEST_DATE
                && VisibleDates.first(text, DateOrder.DAY_FIRST)
                        .filter(date -> date.start() < LONGEST_LEAD)
                        .isPresent();
    }

    /** The names of "Written by …" below the text. */
    List<String> atEnd(Page page) {
        Outline outline = page.outline();
        if (outline.size == 0) {
            return List.of();
        }
        int end = outline.endBlocks[page.root()];
        for (int b = Math.max(outline.firstBlocks[page.root()], end - LAST_BLOCKS); b < end; b++) {
            List<String> found = ofLine(outline, b);
            if (!found.isEmpty() && found.stream().allMatch(name -> name.indexOf(' ') > 0)) {
                return found;
            }
        }
        return List.of();
    }

    private List<String> marked(Page page) {
        Outline outline = page.outline();
        int end = outline.size == 0 ? 0 : Math.min(outline.size, outline.ends[page.root()]);
        List<String> ofOutlet = List.of();
        for (int e = 0; e < end; e++) {
            if (Hint.BYLINE.in(outline.hints[e]) && isShort(outline, e) && !isElsewhere(page, e)) {
                List<String> found = withSiblings(page, e, in(outline, e));
                if (!page.people(found).isEmpty()) {
                    return page.people(found);
                }
                ofOutlet = ofOutlet.isEmpty() ? found : ofOutlet;
            }
        }
        return ofOutlet;
    }

    /** What is named after the author and holds the whole article is no byline: its links lead anywhere. */
    private static boolean isShort(Outline outline, int element) {
        int first = outline.firstBlocks[element];
        int end = outline.endBlocks[element];
        return first >= end
                || outline.block(end - 1).to() - outline.block(first).from() <= LONGEST_BOX;
    }

    /** Two authors are often two elements of one byline. */
    private List<String> withSiblings(Page page, int first, List<String> found) {
        Outline outline = page.outline();
        List<String> all = new ArrayList<>(found);
        int parent = outline.parents[first];
        int end = parent < 0 || found.isEmpty() ? first : outline.ends[parent];
        for (int e = outline.ends[first]; e < end; e = outline.ends[e]) {
            if (Hint.BYLINE.in(outline.hints[e])) {
                in(outline, e).stream().filter(name -> !all.contains(name)).forEach(all::add);
            }
        }
        return all;
    }

    /** A byline may stand in an {@code aside} of its own, as long as it is beside the headline. */
    private static boolean isElsewhere(Page page, int element) {
        Outline outline = page.outline();
        boolean near = Math.abs(outline.firstBlocks[element] - page.headlineBlock()) < NEAR;
        for (int e = element; e >= 0 && !outline.contains(e, page.root()); e = outline.parents[e]) {
            Role role = outline.roles[e];
            if ((outline.hints[e] & NOT_HERE) != 0 || role == Role.NAVIGATION || (role == Role.ASIDE && !near)) {
                return true;
            }
        }
        return false;
    }

    /** Links of a byline are its names; what stands between them is dates and trades. */
    private List<String> in(Outline outline, int element) {
        List<String> linked = new ArrayList<>();
        for (int e = element; e < outline.ends[element] && linked.size() < NEAR; e++) {
            if ("a".equals(outline.elements[e].normalName())) {
                addPeople(outline.shortText(e, LONGEST_BYLINE), linked);
            }
        }
        if (!linked.isEmpty()) {
            return linked;
        }
        String text = outline.shortText(element, LONGEST_BYLINE);
        List<String> written = new ArrayList<>();
        if (!text.isEmpty() && text.indexOf(". ") < LONGEST_LEAD) {
            addPeople(undated(text), written);
        }
        return written;
    }

    private void addPeople(String text, List<String> people) {
        List<String> found = names.names(text);
        for (String name : found) {
            boolean account = found.size() > 1 && Character.isLowerCase(name.charAt(0)) && name.indexOf(' ') < 0;
            if (!account && (names.looksLikePerson(name) || names.isOrganisation(name)) && !people.contains(name)) {
                people.add(name);
            }
        }
    }

    /** The text with a bar where a date stood: "Amanda, Dec 20, 2025" names one person. */
    private String undated(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (VisibleDates.Found date : VisibleDates.all(text, DateOrder.MONTH_FIRST)) {
            out.append(text, from, date.start()).append(" | ");
            from = date.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    private List<String> lines(Page page) {
        Outline outline = page.outline();
        List<String> signed = signed(page);
        if (!signed.isEmpty()) {
            return signed;
        }
        int from = Math.max(0, page.headlineBlock() - NEAR / 2);
        int to = Math.min(outline.blocks.size(), page.headlineBlock() + NEAR);
        List<String> linked = authorLinks(page, from, to);
        if (!linked.isEmpty()) {
            return linked;
        }
        for (int b = from; b < to; b++) {
            List<String> ofOutlet = ofLine(outline, b);
            if (!ofOutlet.isEmpty()) {
                return ofOutlet;
            }
        }
        return List.of();
    }

    /** Names of a line that begins like a byline; a line that is nothing but "Written by" has them on the next. */
    private List<String> ofLine(Outline outline, int block) {
        String text = outline.text(outline.block(block));
        if (text.length() > LONGEST_BYLINE || !names.mayBeByline(text)) {
            return List.of();
        }
        List<String> found = names.namesOfLine(undated(text));
        boolean lead = found.isEmpty() && text.length() < LONGEST_LEAD && names.isLead(text);
        if (lead && block + 1 < outline.blocks.size()) {
            List<String> next = new ArrayList<>();
            addPeople(undated(outline.text(outline.block(block + 1))), next);
            return next;
        }
        return found;
    }

    private List<String> authorLinks(Page page, int from, int to) {
        Outline outline = page.outline();
        List<String> linked = new ArrayList<>();
        for (int e = 0; e < outline.size; e++) {
            int block = outline.firstBlocks[e];
            if (block >= from && block < to && "a".equals(outline.elements[e].normalName()) && !isElsewhere(page, e)) {
                if (AuthorPages.has(outline.elements[e].attr("href"))) {
                    addPeople(outline.shortText(e, LONGEST_BYLINE), linked);
                }
            }
        }
        return page.people(linked);
    }
}
