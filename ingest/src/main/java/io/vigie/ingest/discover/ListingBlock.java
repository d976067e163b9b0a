package io.vigie.ingest.discover;

import io.vigie.ingest.dates.VisibleDates;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The part of a listing that is about one article.
 *
 * @param element the largest one that has no other article of the list in it
 * @param link to the article
 * @param dateBefore a date over the whole block, such as that of a day's heading; absent when there is none
 */
record ListingBlock(
        Element element, PageLink link, @Nullable Element dateBefore) {

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6, [class*=title], [class*=headline]";
    private static final int SHORTEST_TITLE = 8;

    /** What links say that do not say where they lead, in lower case. */
    private static final Set<String> GENERIC = Set.of(
            "read more",
            "more",
            "learn more",
            "continue reading",
            "full story",
            "details",
            "view",
            "open",
            "see more",
            "read",
            "lire la suite",
            "lire l'article",
            "en savoir plus",
            "lire plus",
            "voir plus",
            "weiterlesen",
            "mehr",
            "mehr erfahren",
            "zum artikel",
            "leer más",
            "ver más",
            "leggi tutto",
            "leggi di più",
            "lees meer",
            "czytaj więcej",
            "więcej",
            "детальніше",
            "читати далі",
            "докладніше",
            "подробнее",
            "читать далее",
            "続きを読む",
            "詳細",
            "阅读全文",
            "更多",
            "查看更多",
            "더보기",
            "자세히 보기",
            "devamını oku",
            "ler mais",
            "saiba mais",
            "läs mer");

    private static final Pattern URL_DATE =
            Pattern.compile("[/-]((?:19|20)\\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?!\\d)");

    /** The entry that this block announces. */
    Entry entry(@Nullable ZoneId zone, boolean monthFirst) {
        String title = title();
        Entry dated = dated(zone, monthFirst, title);
        return dated == null ? new Entry(link.target(), orNull(title), null, null, Map.of()) : dated;
    }

    /** The words that say what the article is about; empty when there are none. */
    String title() {
        Element anchor = link.anchor();
        Element heading = anchor.selectFirst(HEADINGS);
        String own = PlainText.literal((heading == null ? anchor : heading).text());
        if (isTelling(own)) {
            return own;
        }
        String other = element.select("a[href]").stream()
                .filter(a -> a.attr("href").equals(anchor.attr("href")))
                .map(a -> PlainText.literal(a.text()))
                .filter(ListingBlock::isTelling)
                .max(Comparator.comparing(String::length))
                .orElse("");
        if (!other.isEmpty()) {
            return other;
        }
        Element headingOfBlock = element.selectFirst(HEADINGS);
        if (headingOfBlock != null && isTelling(headingOfBlock.text())) {
            return PlainText.literal(headingOfBlock.text());
        }
        return told(anchor, own);
    }

    private static String told(Element anchor, String own) {
        Element image = anchor.selectFirst("img[alt]");
        for (String attribute :
                new String[] {anchor.attr("title"), anchor.attr("aria-label"), image == null ? "" : image.attr("alt")
                }) {
            if (isTelling(attribute)) {
                return PlainText.literal(attribute);
            }
        }
        return GENERIC.contains(own.toLowerCase(Locale.ROOT)) ? "" : own;
    }

    private static boolean isTelling(String text) {
        return width(text) >= SHORTEST_TITLE && !GENERIC.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Length as it looks: a character of East Asia says as much as two letters and a half. */
    static int width(String text) {
        return (int) text.codePoints()
                .mapToDouble(c -> Character.isIdeographic(c) || (c >= 0x3040 && c < 0xd7b0) ? 2.5 : 1)
                .sum();
    }

    private @Nullable Entry dated(@Nullable ZoneId zone, boolean monthFirst, String title) {
        Element time = element.selectFirst("time[datetime]");
        if (time != null) {
            VisibleDates.Found found = VisibleDates.first(time.attr("datetime"), zone, false);
            if (found != null) {
                return entry(title, time.attr("datetime"), found.date());
            }
        }
        VisibleDates.Found found = VisibleDates.first(element.text().replace(title, " | "), zone, monthFirst);
        if (found == null && dateBefore != null) {
            found = VisibleDates.first(dateBefore.text(), zone, monthFirst);
        }
        return found == null ? datedByAddress(title, zone) : entry(title, found.stated(), found.date());
    }

    private @Nullable Entry datedByAddress(String title, @Nullable ZoneId zone) {
        Matcher matcher = URL_DATE.matcher(String.valueOf(link.target().getRawPath()));
        if (!matcher.find()) {
            return null;
        }
        String day = matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3);
        VisibleDates.Found found = VisibleDates.first(day, zone, false);
        return found == null ? null : entry(title, found.stated(), found.date());
    }

    private Entry entry(String title, String stated, OffsetDateTime date) {
        URI target = link.target();
        return new Entry(target, orNull(title), stated, date, Map.of());
    }

    private static @Nullable String orNull(String title) {
        return title.isEmpty() ? null : title;
    }
}
