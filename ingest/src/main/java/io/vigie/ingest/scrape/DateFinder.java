package io.vigie.ingest.scrape;

import io.vigie.ingest.scrape.date.DateOrder;
import io.vigie.ingest.scrape.date.DateText;
import io.vigie.ingest.scrape.date.FoundDate;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * When a page was published and last changed. What is declared for programs comes first (JSON-LD, meta, microdata), then
 * the address, then {@code <time>}, then the text around the headline, then any date the page shows; dates in the future
 * are never believed.
 */
final class DateFinder {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(2);
    private static final int SHORTEST_DATE = 6;
    private static final int LONGEST_DATE_LINE = 160;
    private static final int LONGEST_PARAGRAPH = 2_000;

    /** How far each kind of place is believed; blocks of distance from the headline are taken off. */
    private static final int ADDRESS = 75;

    private static final int TIME_ELEMENT = 62;
    private static final int DATE_ELEMENT = 58;
    private static final int LINE = 50;
    private static final int FARTHEST = 32;

    /** Below this a date is one the article talks about. */
    private static final int CREDIBLE = 20;

    /** So many different days under one class name are a list of other articles. */
    private static final int LIST = 3;

    private static final int LISTED = 15;

    private static final int ELSEWHERE =
            Hint.maskOf(Hint.TEASER, Hint.COMMENT, Hint.CHROME, Hint.ADVERTISEMENT, Hint.BIOGRAPHY);

    private static final List<String> STATING_ATTRIBUTES = List.of(
            "datetime",
            "content",
            "title",
            "data-date",
            "data-datetime",
            "data-time",
            "data-published",
            "data-timestamp");

    private static final List<String> SCRIPT_KEYS = List.of(
            "datePublished",
            "publishedAt",
            "published_at",
            "publishDate",
            "publish_date",
            "publicationDate",
            "publication_date",
            "publishedDate",
            "published_date",
            "firstPublished",
            "pubDate",
            "datePosted",
            "published_time",
            "dateCreated",
            "createdAt",
            "created_at");

    private static final String[] PUBLISHED = {
        "article:published_time",
        "article:published",
        "og:article:published_time",
        "og:published_time",
        "og:pubdate",
        "parsely-pub-date",
        "sailthru.date",
        "datepublished",
        "itemprop:datepublished",
        "date.issued",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dcterms.date",
        "dc.date",
        "dcterms.available",
        "citation_publication_date",
        "citation_date",
        "citation_online_date",
        "publish-date",
        "publish_date",
        "publishdate",
        "publication_date",
        "publication-date",
        "publicationdate",
        "published-date",
        "published_date",
        "published_time",
        "published",
        "pubdate",
        "pub_date",
        "article_date_original",
        "article.published",
        "article:post_date",
        "originalpublicationdate",
        "cxenseparse:recs:publishtime",
        "bt:pubdate",
        "rnews:datepublished",
        "ptime",
        "displaydate",
        "shareaholic:article_published_time",
        "article-publish-date",
        "prism.publicationdate",
        "eprints.datestamp",
        "release_date",
        "date",
        "date_published",
        "itemprop:datecreated",
        "created",
        "datecreated",
        "timestamp",
        "pdate"
    };

    private static final String[] MODIFIED = {
        "article:modified_time",
        "og:updated_time",
        "og:modified_time",
        "article:updated_time",
        "dcterms.modified",
        "dc.date.modified",
        "itemprop:datemodified",
        "datemodified",
        "last-modified",
        "lastmod",
        "last_updated_date",
        "modified",
        "updated",
        "revised",
        "dateupdate",
        "moddate",
        "utime",
        "parsely-metadata"
    };

    private static final Set<String> CHANGED_LABELS = Set.of(
            "updated",
            "update",
            "modified",
            "revised",
            "edited",
            "reviewed",
            "mis à jour",
            "mise à jour",
            "modifié",
            "aktualisiert",
            "stand",
            "geändert",
            "actualizado",
            "actualización",
            "modificado",
            "atualizado",
            "atualização",
            "aggiornato",
            "aggiornamento",
            "aktualizacja",
            "aktualizováno",
            "оновлено",
            "обновлено",
            "изменено",
            "bijgewerkt",
            "gewijzigd",
            "更新",
            "修正",
            "수정");

    private static final Set<String> PUBLISHED_LABELS = Set.of(
            "published",
            "posted",
            "released",
            "issued",
            "created",
            "publié",
            "paru",
            "veröffentlicht",
            "erschienen",
            "erstellt",
            "publicado",
            "publicada",
            "pubblicato",
            "opublikowano",
            "data publikacji",
            "dodano",
            "utworzono",
            "publikováno",
            "опубліковано",
            "опубликовано",
            "gepubliceerd",
            "publicatiedatum",
            "公開",
            "掲載",
            "発表",
            "配信",
            "发布",
            "發布",
            "发表",
            "입력",
            "등록",
            "date",
            "datum",
            "data");

    private final DateText dates;
    private final InstantSource clock;

    DateFinder(DateText dates, InstantSource clock) {
        this.dates = dates;
        this.clock = clock;
    }

    /** What was found; both absent when the page shows no date. */
    record Dates(
            @Nullable OffsetDateTime published, @Nullable OffsetDateTime modified) {}

    Dates find(Page page) {
        DateOrder order = order(page);
        OffsetDateTime modified = declared(order, page.structured().modified());
        for (int i = 0; modified == null && i < MODIFIED.length; i++) {
            modified = declared(order, page.facts().meta(MODIFIED[i]));
        }
        OffsetDateTime published = declared(order, page.structured().published());
        for (int i = 0; published == null && i < PUBLISHED.length; i++) {
            List<String> stated = page.facts().all(PUBLISHED[i]);
            // Teasers carry item properties of their own: only a single one is the page's.
            if (stated.size() == 1 || (!stated.isEmpty() && !PUBLISHED[i].startsWith("itemprop:"))) {
                published = declared(order, stated.get(0));
            }
        }
        if (published == null) {
            published = declaredSomehow(page, order);
        }
        if (published == null) {
            published = shown(page, order);
        }
        if (published == null) {
            published = modified;
        }
        boolean changed =
                modified != null && (published == null || !modified.toInstant().equals(published.toInstant()));
        return new Dates(published, changed ? modified : null);
    }

    private @Nullable OffsetDateTime declared(DateOrder order, String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() >= 10 && text.length() <= 13 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long epoch = Long.parseLong(text) / (text.length() == 13 ? 1000 : 1);
            OffsetDateTime at = java.time.Instant.ofEpochSecond(epoch).atOffset(java.time.ZoneOffset.UTC);
            return isPast(at) && at.getYear() >= 1995 ? at : null;
        }
        return dates.first(text, order).map(FoundDate::at).filter(this::isPast).orElse(null);
    }

    /** Metas of home-made names: {@code w-published-date}. */
    private @Nullable OffsetDateTime declaredSomehow(Page page, DateOrder order) {
        for (Map.Entry<String, List<String>> meta : page.facts().metas().entrySet()) {
            String name = meta.getKey();
            boolean dated = name.contains("publi") && (name.contains("date") || name.contains("time"));
            if (dated && !name.startsWith("itemprop:")) {
                OffsetDateTime at = declared(order, meta.getValue().get(0));
                if (at != null) {
                    return at;
                }
            }
        }
        return null;
    }

    private boolean isPast(OffsetDateTime date) {
        return date.toInstant().isBefore(clock.instant().plus(CLOCKS_DIFFER));
    }

    /** What readers see, when nothing is declared. */
    private @Nullable OffsetDateTime shown(Page page, DateOrder order) {
        List<Candidate> candidates = new ArrayList<>();
        address(page.address()).ifPresent(day -> candidates.add(new Candidate(day, ADDRESS)));
        elements(page, order, candidates);
        lines(page, order, candidates);
        Candidate best = null;
        for (Candidate candidate : candidates) {
            if (isPast(candidate.at) && (best == null || candidate.score > best.score)) {
                best = candidate;
            }
        }
        return best == null || best.score < CREDIBLE ? scripted(page, order) : best.at;
    }

    private record Candidate(OffsetDateTime at, int score) {}

    private void elements(Page page, DateOrder order, List<Candidate> candidates) {
        Outline outline = page.outline();
        Map<String, Map<LocalDate, Candidate>> byName = new LinkedHashMap<>();
        for (int e = 0; e < outline.size; e++) {
            Element element = outline.elements[e];
            boolean time = "time".equals(element.normalName());
            if (!time && !Hint.DATE.in(outline.hints[e])) {
                continue;
            }
            OffsetDateTime at = stated(outline, e, order);
            if (at != null) {
                int score = (time ? TIME_ELEMENT : DATE_ELEMENT) + named(element);
                score -= elsewhere(page, e) + far(outline.firstBlocks[e], page);
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
            String value = outline.elements[element].attr(attribute);
            if (!value.isEmpty() && value.length() <= LONGEST_DATE_LINE) {
                OffsetDateTime at = declared(order, value);
                if (at != null) {
                    return at;
                }
            }
        }
        String text = shortText(outline, element);
        return text.isEmpty()
                ? null
                : dates.first(text, order).map(FoundDate::at).orElse(null);
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

    private static String shortText(Outline outline, int element) {
        if (outline.endBlocks[element] - outline.firstBlocks[element] > 4) {
            return "";
        }
        String text = outline.roles[element].breaksText() ? outline.textOf(element) : outline.elements[element].text();
        return text.length() > LONGEST_DATE_LINE ? "" : text;
    }

    private static int elsewhere(Page page, int element) {
        Outline outline = page.outline();
        for (int e = element; e >= 0 && !outline.contains(e, page.root()); e = outline.parents[e]) {
            Role role = outline.roles[e];
            if ((outline.hints[e] & ELSEWHERE) != 0
                    || role == Role.ASIDE
                    || role == Role.NAVIGATION
                    || role == Role.FOOTER) {
                return 30;
            }
        }
        return 0;
    }

    /** Blocks between a date and the headline; above it they count double. */
    private static int far(int block, Page page) {
        int far = block - page.headlineBlock();
        return Math.min(FARTHEST, far < 0 ? -2 * far : far);
    }

    private void lines(Page page, DateOrder order, List<Candidate> candidates) {
        Outline outline = page.outline();
        for (int b = 0; b < outline.blocks.size(); b++) {
            Block block = outline.block(b);
            int length = block.to() - block.from();
            if (length < SHORTEST_DATE || length > LONGEST_PARAGRAPH) {
                continue;
            }
            String text = outline.text(block);
            if (hasDigit(text)) {
                for (FoundDate found : dates.all(text, order)) {
                    int score = inLine(text, found) - elsewhere(page, block.owner()) - far(b, page);
                    candidates.add(new Candidate(found.at(), score));
                }
            }
        }
    }

    private static int inLine(String text, FoundDate found) {
        int score = LINE;
        int rest = text.length() - (found.to() - found.from());
        if (text.length() > LONGEST_DATE_LINE) {
            score -= found.from() < 60 ? 12 : 25;
        } else if (rest < 20) {
            score += 6;
        }
        String before =
                text.substring(Math.max(0, found.from() - 40), found.from()).toLowerCase(Locale.ROOT);
        int published = lastOf(PUBLISHED_LABELS, before);
        int changed = lastOf(CHANGED_LABELS, before);
        if (published < 0 && changed < 0) {
            return score;
        }
        return published > changed ? score + 12 : score - 6;
    }

    /** Where the last of the labels ends; -1 when the text has none. */
    private static int lastOf(Set<String> labels, String text) {
        int last = -1;
        for (String label : labels) {
            int at = text.lastIndexOf(label);
            boolean word =
                    at == 0 || (at > 0 && !Character.isLetter(text.charAt(at - 1))) || label.charAt(0) >= '\u2e80';
            if (at >= 0 && word) {
                last = Math.max(last, at + label.length());
            }
        }
        return last;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Last resort: the data that scripts build the page from. */
    private @Nullable OffsetDateTime scripted(Page page, DateOrder order) {
        for (Element script : page.facts().scripts()) {
            String data = script.data();
            for (String key : SCRIPT_KEYS) {
                int at = data.indexOf(key);
                if (at >= 0) {
                    int from = at + key.length();
                    OffsetDateTime found = declared(order, quoted(data, from));
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    /** The string after {@code ":"}, however its quotes are escaped. */
    private static String quoted(String data, int from) {
        int i = from;
        while (i < data.length() && i < from + 12 && "\\\": ".indexOf(data.charAt(i)) >= 0) {
            i++;
        }
        int end = i;
        while (end < data.length() && end < i + LONGEST_DATE_LINE && "\\\"".indexOf(data.charAt(end)) < 0) {
            end++;
        }
        return data.substring(i, end);
    }

    /** {@code /2025/04/09/}, {@code /2025-04-09-} or {@code /20250409/} in an address. */
    private Optional<OffsetDateTime> address(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        if (address.getRawQuery() != null && address.getRawQuery().length() < 200) {
            path += "?" + address.getRawQuery();
        }
        return dates.all(path, DateOrder.DAY_FIRST).stream()
                .filter(found -> found.to() - found.from() >= 8)
                .map(FoundDate::at)
                .map(at -> LocalDate.from(at).atStartOfDay().atOffset(java.time.ZoneOffset.UTC))
                .findFirst();
    }

    private static DateOrder order(Page page) {
        String language = page.facts().language().replace('_', '-').toLowerCase(Locale.ROOT);
        String host =
                page.address().getHost() == null ? "" : page.address().getHost().toLowerCase(Locale.ROOT);
        String country = host.substring(host.lastIndexOf('.') + 1);
        if (language.startsWith("en-")) {
            return language.startsWith("en-us") && country.length() != 2 ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
        }
        boolean american =
                Set.of("com", "org", "net", "gov", "mil", "edu", "us", "info").contains(country);
        return american && (language.isEmpty() || language.startsWith("en"))
                ? DateOrder.MONTH_FIRST
                : DateOrder.DAY_FIRST;
    }
}
