package io.vigie.ingest.scrape;

import io.vigie.ingest.dates.DateOrder;
import io.vigie.ingest.dates.VisibleDates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dates a page states for programs: JSON-LD, meta, microdata, at last the data of its scripts. */
final class DeclaredDates {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(2);
    private static final int FIRST_YEAR = 1995;

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

    private static final List<String> SCRIPT_KEY_PARTS = List.of("ublish", "ublica", "ubDate", "datePosted", "reated");

    private final InstantSource clock;

    DeclaredDates(InstantSource clock) {
        this.clock = clock;
    }

    @Nullable
    OffsetDateTime published(Page page) {
        DateOrder order = page.dateOrder();
        OffsetDateTime published = parse(page.structured().published(), order);
        for (int i = 0; published == null && i < PUBLISHED.length; i++) {
            List<String> stated = page.facts().all(PUBLISHED[i]);
            // Teasers carry item properties of their own: only a single one is the page's.
            if (stated.size() == 1 || (!stated.isEmpty() && !PUBLISHED[i].startsWith("itemprop:"))) {
                published = parse(stated.get(0), order);
            }
        }
        return published == null ? somehow(page, order) : published;
    }

    @Nullable
    OffsetDateTime modified(Page page) {
        DateOrder order = page.dateOrder();
        OffsetDateTime modified = parse(page.structured().modified(), order);
        for (int i = 0; modified == null && i < MODIFIED.length; i++) {
            modified = parse(page.facts().meta(MODIFIED[i]), order);
        }
        return modified;
    }

    /** Last resort: the data that scripts build the page from. */
    @Nullable
    OffsetDateTime scripted(Page page) {
        for (String value : ScriptValues.of(page.facts().scripts(), SCRIPT_KEYS, SCRIPT_KEY_PARTS)) {
            OffsetDateTime at = parse(value, page.dateOrder());
            if (at != null) {
                return at;
            }
        }
        return null;
    }

    /** The date in a text that should hold one, seconds or milliseconds since 1970 among them. */
    @Nullable
    OffsetDateTime parse(String text, DateOrder order) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() >= 10 && text.length() <= 13 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long epoch = Long.parseLong(text) / (text.length() == 13 ? 1000 : 1);
            OffsetDateTime at = Instant.ofEpochSecond(epoch).atOffset(ZoneOffset.UTC);
            return isPast(at) && at.getYear() >= FIRST_YEAR ? at : null;
        }
        return VisibleDates.first(text, order)
                .map(VisibleDates.Found::date)
                .filter(this::isPast)
                .orElse(null);
    }

    boolean isPast(OffsetDateTime date) {
        return date.toInstant().isBefore(clock.instant().plus(CLOCKS_DIFFER));
    }

    /** Metas of home-made names: {@code w-published-date}. */
    private @Nullable OffsetDateTime somehow(Page page, DateOrder order) {
        for (Map.Entry<String, List<String>> meta : page.facts().metas().entrySet()) {
            String name = meta.getKey();
            boolean dated = name.contains("publi") && (name.contains("date") || name.contains("time"));
            if (dated && !name.startsWith("itemprop:")) {
                OffsetDateTime at = parse(meta.getValue().get(0), order);
                if (at != null) {
                    return at;
                }
            }
        }
        return null;
    }
}
