package io.vigie.ingest.scrape;

import io.vigie.ingest.dates.DateOrder;
import io.vigie.ingest.dates.VisibleDates;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The dates that readers see: in the address, in {@code <time>} and what is named like it, in the text. Each is a
 * candidate; the nearer to the headline and the plainer its label, the more it is believed.
 */
final class ShownDates {

    private static final int SHORTEST_DATE = 6;

    /** "3.4.25" has four; only years of an era have fewer, "令和7年4月3日". */
    private static final int FEWEST_DIGITS = 4;

    private static final int LONGEST_DATE_LINE = 160;
    private static final int LONGEST_PARAGRAPH = 2_000;
    private static final int MOST_BLOCKS = 4;
    private static final int LONGEST_QUERY = 200;
    private static final int LONGEST_LABEL = 40;

    /** "BERLIN, 9 April 2025 – " and the like before the first sentence. */
    private static final int LONGEST_DATELINE = 30;

    /** How far each kind of place is believed; blocks of distance from the headline are taken off. */
    private static final int ADDRESS = 75;

    private static final int TIME_ELEMENT = 62;
    private static final int DATE_ELEMENT = 58;
    private static final int LINE = 50;
    private static final int PARAGRAPH_START = 35;
    private static final int PARAGRAPH = 18;
    private static final int FARTHEST = 32;
    private static final int FARTHEST_LABELLED = 12;
    private static final int ELSEWHERE = 30;
    private static final int SAME_MONTH_AS_ADDRESS = 15;

    /** So many different days under one class name are a list of other articles. */
    private static final int LIST = 3;

    private static final int LISTED = 15;

    private static final int OTHERS = Hint.maskOf(Hint.TEASER, Hint.COMMENT, Hint.ADVERTISEMENT, Hint.BIOGRAPHY);

    private static final List<String> STATING_ATTRIBUTES = List.of(
            "datetime",
            "content",
            "title",
            "data-date",
            "data-datetime",
            "data-time",
            "data-published",
            "data-timestamp");

    private static final List<String> SCRIPT_NAMES = List.of("date", "time", "utc", "epoch", "stamp");

    private final DateLabels labels;
    private final DeclaredDates dates;

    ShownDates(DateLabels labels, DeclaredDates dates) {
        this.labels = labels;
        this.dates = dates;
    }

    /**
     * A date somewhere on the page.
     *
     * @param score how far it is believed to be the publication; below 20 it is one the article talks about
     */
    record Candidate(OffsetDateTime at, int score) {}

    /** The candidate believed most, among those before a day if one is given; absent when there is none. */
    Optional<Candidate> best(Page page, @Nullable LocalDate before) {
        List<Candidate> candidates = new ArrayList<>();
        address(page.address())
                .ifPresent(
                        day -> candidates.add(new Candidate(day.atStartOfDay().atOffset(ZoneOffset.UTC), ADDRESS)));
        elements(page, candidates);
        lines(page, candidates);
        String month = monthOf(page.address());
        Candidate best = null;
        for (Candidate candidate : candidates) {
            LocalDate day = candidate.at.toLocalDate();
            if (dates.isPast(candidate.at) && (before == null || day.isBefore(before))) {
                int score = candidate.score
                        + (!month.isEmpty() && day.toString().startsWith(month) ? SAME_MONTH_AS_ADDRESS : 0);
                best = best == null || score > best.score ? new Candidate(candidate.at, score) : best;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code /2025/04/09/}, {@code /2025-04-09-} or {@code /20250409/} in an address. */
    static Optional<LocalDate> address(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        if (address.getRawQuery() != null && address.getRawQuery().length() < LONGEST_QUERY) {
            path += "?" + address.getRawQuery();
        }
        return VisibleDates.all(path, DateOrder.DAY_FIRST).stream()
                .filter(found -> found.end() - found.start() >= "20250409".length())
                .map(found -> found.date().toLocalDate())
                .findFirst();
    }

    /** {@code 2025-04} of {@code /2025/04/title}; empty when the address has no such folders. */
    private static String monthOf(URI address) {
        String[] folders = (address.getRawPath() == null ? "" : address.getRawPath()).split("/", -1);
        for (int i = 0; i + 1 < folders.length; i++) {
            String year = folders[i];
            String month = folders[i + 1];
            boolean figures = year.length() == 4
                    && month.length() <= 2
                    && !month.isEmpty()
                    && (year + month).chars().allMatch(c -> c >= '0' && c <= '9');
            if (figures && (year.startsWith("19") || year.startsWith("20"))) {
                return year + "-" + (month.length() == 1 ? "0" + month : month);
            }
        }
        return "";
    }

    private void elements(Page page, List<Candidate> candidates) {
        Outline outline = page.outline();
        Map<String, Map<LocalDate, Candidate>> byName = new LinkedHashMap<>();
        for (int e = 0; e < outline.size; e++) {
            Element element = outline.elements[e];
            boolean time = "time".equals(element.normalName());
            if (!time && !Hint.DATE.in(outline.hints[e])) {
                continue;
            }
            OffsetDateTime at = stated(outline, e, page.dateOrder());
            if (at != null) {
                int block = outline.firstBlocks[e];
                DateLabels.Meaning label = label(page, block, outline.shortText(e, LONGEST_DATE_LINE));
                int score = (time ? TIME_ELEMENT : DATE_ELEMENT) + named(element) + of(label);
                score -= elsewhere(page, e, label) + far(block, page, label);
                byName.computeIfAbsent(element.normalName() + "." + element.className(), k -> new LinkedHashMap<>())
                        .merge(at.toLocalDate(), new Candidate(at, score), (a, b) -> a.score >= b.score ? a : b);
            }
        }
        for (Map<LocalDate, Candidate> days : byName.values()) {
            int penalty = days.size() >= LIST ? LISTED : 0;
            days.values().forEach(day -> candidates.add(new Candidate(day.at, day.score - penalty)));
        }
    }

    /** The date an element states, for programs in an attribute or for readers in its text. */
    private @Nullable OffsetDateTime stated(Outline outline, int element, DateOrder order) {
        for (String attribute : STATING_ATTRIBUTES) {
            OffsetDateTime at = statedIn(outline.elements[element].attr(attribute), order);
            if (at != null) {
                return at;
            }
        }
        String text = outline.endBlocks[element] - outline.firstBlocks[element] > MOST_BLOCKS
                ? ""
                : outline.shortText(element, LONGEST_DATE_LINE);
        OffsetDateTime shown = text.isEmpty()
                ? null
                : VisibleDates.first(text, order).map(VisibleDates.Found::date).orElse(null);
        return shown == null ? scripted(outline.elements[element], order) : shown;
    }

    /** What scripts write "2 hours ago" from, {@code data-epoch}; under other names ten digits number an article. */
    private @Nullable OffsetDateTime scripted(Element element, DateOrder order) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (name.startsWith("data-") && SCRIPT_NAMES.stream().anyMatch(name::contains)) {
                OffsetDateTime at = statedIn(attribute.getValue(), order);
                if (at != null) {
                    return at;
                }
            }
        }
        return null;
    }

    private @Nullable OffsetDateTime statedIn(String value, DateOrder order) {
        return value.isEmpty() || value.length() > LONGEST_DATE_LINE ? null : dates.parse(value, order);
    }

    /** What the names of the element say about its date. */
    private static int named(Element element) {
        String property = element.attr("itemprop");
        if (property.equals("datePublished") || element.hasAttr("pubdate")) {
            return 25;
        }
        String names = (property + " " + element.className()).toLowerCase(Locale.ROOT);
        if (names.contains("modif") || names.contains("update")) {
            return -12;
        }
        return names.contains("publish") || names.contains("entry-date") ? 8 : 0;
    }

    private static int elsewhere(Page page, int element, DateLabels.Meaning label) {
        Outline outline = page.outline();
        for (int e = element; e >= 0 && !outline.contains(e, page.root()); e = outline.parents[e]) {
            Role role = outline.roles[e];
            if ((outline.hints[e] & OTHERS) != 0 || role == Role.NAVIGATION) {
                return ELSEWHERE;
            }
            boolean frame = Hint.CHROME.in(outline.hints[e]) || role == Role.ASIDE || role == Role.FOOTER;
            if (frame && label == DateLabels.Meaning.NONE) {
                return ELSEWHERE;
            }
        }
        return 0;
    }

    /** Blocks between a date and the headline; above it they count double, and little where a label says what it is. */
    private static int far(int block, Page page, DateLabels.Meaning label) {
        int far = block - page.headlineBlock();
        int farthest = label == DateLabels.Meaning.NONE ? FARTHEST : FARTHEST_LABELLED;
        return Math.min(farthest, far < 0 ? -2 * far : far);
    }

    private static int of(DateLabels.Meaning label) {
        return switch (label) {
            case PUBLISHED -> 12;
            case CHANGED -> -6;
            case NONE -> 0;
        };
    }

    private void lines(Page page, List<Candidate> candidates) {
        Outline outline = page.outline();
        for (int b = 0; b < outline.blocks.size(); b++) {
            Block block = outline.block(b);
            int length = block.to() - block.from();
            if (length < SHORTEST_DATE || length > LONGEST_PARAGRAPH) {
                continue;
            }
            boolean possible = length > LONGEST_DATE_LINE
                    ? outline.hasYear(block)
                    : outline.hasDigits(block, FEWEST_DIGITS) || outline.has(block, '年');
            if (possible) {
                String text = outline.text(block);
                for (VisibleDates.Found found : VisibleDates.all(text, page.dateOrder())) {
                    DateLabels.Meaning label = label(page, b, text, found);
                    int score = inLine(text, found) + of(label);
                    score -= elsewhere(page, block.owner(), label) + far(b, page, label);
                    candidates.add(new Candidate(found.date(), score));
                }
            }
        }
    }

    private static int inLine(String text, VisibleDates.Found found) {
        if (text.length() > LONGEST_DATE_LINE) {
            return found.start() < LONGEST_DATELINE ? PARAGRAPH_START : PARAGRAPH;
        }
        int rest = text.length() - (found.end() - found.start());
        return rest < 20 ? LINE + 6 : LINE;
    }

    private DateLabels.Meaning label(Page page, int block, String text, VisibleDates.Found found) {
        if (found.start() > 2) {
            return labels.last(text.substring(Math.max(0, found.start() - LONGEST_LABEL), found.start()));
        }
        return labelBefore(page, block);
    }

    /** What the text before an element says of its date; the element may show it in words of its own. */
    private DateLabels.Meaning label(Page page, int block, String shown) {
        if (block < page.outline().blocks.size()) {
            String line = page.outline().text(page.outline().block(block));
            int at = line.length() > LONGEST_PARAGRAPH || shown.isEmpty() ? -1 : line.indexOf(shown);
            if (at > 2) {
                return labels.last(line.substring(Math.max(0, at - LONGEST_LABEL), at));
            }
        }
        return labelBefore(page, block);
    }

    /** A label may stand on a line of its own, above its date or beside it in a table. */
    private DateLabels.Meaning labelBefore(Page page, int block) {
        Outline outline = page.outline();
        if (block <= 0 || block > outline.blocks.size()) {
            return DateLabels.Meaning.NONE;
        }
        Block before = outline.block(block - 1);
        boolean label = before.to() - before.from() <= LONGEST_LABEL && !outline.hasDigits(before, 1);
        return label ? labels.last(outline.text(before)) : DateLabels.Meaning.NONE;
    }
}
