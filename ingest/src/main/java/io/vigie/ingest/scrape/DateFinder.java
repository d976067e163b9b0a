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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a page was published and last changed. What is declared for programs comes first (JSON-LD, meta, microdata), then
 * the address, then {@code <time>}, then the text around the headline, then any date the page shows; dates in the future
 * are never believed.
 */
final class DateFinder {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(2);
    private static final int LONGEST_DATE_LINE = 160;

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
            published = declared(order, page.facts().meta(PUBLISHED[i]));
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

    private boolean isPast(OffsetDateTime date) {
        return date.toInstant().isBefore(clock.instant().plus(CLOCKS_DIFFER));
    }

    /** What readers see, when nothing is declared. */
    private @Nullable OffsetDateTime shown(Page page, DateOrder order) {
        List<Candidate> candidates = new ArrayList<>();
        address(page.address()).ifPresent(day -> candidates.add(new Candidate(day, 70)));
        elements(page, order, candidates);
        if (candidates.stream().noneMatch(candidate -> candidate.score >= 60)) {
            lines(page, order, candidates);
        }
        Candidate best = null;
        for (Candidate candidate : candidates) {
            if (isPast(candidate.at) && (best == null || candidate.score > best.score)) {
                best = candidate;
            }
        }
        return best == null ? null : best.at;
    }

    private record Candidate(OffsetDateTime at, int score) {}

    private void elements(Page page, DateOrder order, List<Candidate> candidates) {
        Outline outline = page.outline();
        int headline = headlineIndex(page);
        for (int e = 0; e < outline.size; e++) {
            boolean time = "time".equals(outline.elements[e].normalName());
            if (!time && !Hint.DATE.in(outline.hints[e])) {
                continue;
            }
            String stated = outline.elements[e].attr("datetime");
            if (stated.isEmpty()) {
                stated = outline.elements[e].attr("content");
            }
            String text =
                    outline.elements[e].attributesSize() > 0 && !stated.isEmpty() ? stated : shortText(outline, e);
            if (text.isEmpty() || text.length() > LONGEST_DATE_LINE) {
                continue;
            }
            FoundDate found = dates.first(text, order).orElse(null);
            if (found == null) {
                continue;
            }
            int score = time ? 60 : 55;
            String property = outline.elements[e].attr("itemprop");
            String names = (property + " " + outline.elements[e].className()).toLowerCase(Locale.ROOT);
            if (property.equals("datePublished") || outline.elements[e].hasAttr("pubdate")) {
                score += 25;
            } else if (names.contains("modif") || names.contains("update")) {
                score -= 20;
            } else if (names.contains("publish") || names.contains("entry-date")) {
                score += 8;
            }
            score -= elsewhere(outline, e);
            score -= distance(outline, e, headline, page.root());
            candidates.add(new Candidate(found.at(), score));
        }
    }

    private static String shortText(Outline outline, int element) {
        if (outline.endBlocks[element] - outline.firstBlocks[element] > 4) {
            return "";
        }
        if (outline.roles[element].breaksText()) {
            return outline.textOf(element);
        }
        String text = outline.elements[element].text();
        return text.length() > LONGEST_DATE_LINE ? "" : text;
    }

    private static final int ELSEWHERE =
            Hint.maskOf(Hint.TEASER, Hint.COMMENT, Hint.CHROME, Hint.ADVERTISEMENT, Hint.BIOGRAPHY);

    private static int elsewhere(Outline outline, int element) {
        int penalty = 0;
        for (int e = element; e >= 0; e = outline.parents[e]) {
            Role role = outline.roles[e];
            if ((outline.hints[e] & ELSEWHERE) != 0
                    || role == Role.ASIDE
                    || role == Role.NAVIGATION
                    || role == Role.FOOTER) {
                penalty = 30;
            }
        }
        return penalty;
    }

    private static int headlineIndex(Page page) {
        List<Integer> headlines = page.facts().headlines();
        for (int h : headlines) {
            if (Phrases.normalized(page.outline().textOf(h)).equals(Phrases.normalized(page.title()))) {
                return h;
            }
        }
        return headlines.isEmpty() ? -1 : headlines.get(0);
    }

    private static int distance(Outline outline, int element, int headline, int root) {
        int at = outline.firstBlocks[element];
        int from = headline >= 0 ? outline.firstBlocks[headline] : outline.firstBlocks[root];
        int far = Math.abs(at - from);
        return Math.min(20, far / 2) + (at < from - 3 ? 5 : 0);
    }

    private void lines(Page page, DateOrder order, List<Candidate> candidates) {
        Outline outline = page.outline();
        int headline = headlineIndex(page);
        int from = headline >= 0 ? outline.firstBlocks[headline] : outline.firstBlocks[page.root()];
        for (int b = 0; b < outline.blocks.size(); b++) {
            Block block = outline.block(b);
            int length = block.to() - block.from();
            if (length < 6 || length > 2_000) {
                continue;
            }
            String text = outline.text(block);
            if (!hasDigit(text)) {
                continue;
            }
            for (FoundDate found : dates.all(text, order)) {
                int score = 40;
                if (length > LONGEST_DATE_LINE) {
                    score -= found.from() < 60 ? 12 : 25;
                } else if (length - (found.to() - found.from()) < 20) {
                    score += 8;
                }
                String before = text.substring(Math.max(0, found.from() - 40), found.from())
                        .toLowerCase(Locale.ROOT);
                if (PUBLISHED_LABELS.stream().anyMatch(before::contains)) {
                    score += 15;
                } else if (CHANGED_LABELS.stream().anyMatch(before::contains)) {
                    score -= 6;
                }
                score -= elsewhere(outline, block.owner());
                int far = b - from;
                score -= far < 0 ? Math.min(18, -far) : Math.min(16, far / 2);
                candidates.add(new Candidate(found.at(), score));
            }
        }
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
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
