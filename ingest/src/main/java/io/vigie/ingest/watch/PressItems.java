package io.vigie.ingest.watch;

import io.vigie.events.ItemId;
import io.vigie.events.Outlet;
import io.vigie.events.PageState;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.Sha256;
import io.vigie.events.SourceDefinition;
import io.vigie.ingest.scrape.CanonicalUrl;
import io.vigie.ingest.scrape.ScrapedPage;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page that was read into the item that is published. Pure. */
final class PressItems {

    /** More is no press item; it is cut, so that every stage after this one can rely on it. In UTF-16 units. */
    static final int LONGEST_BODY = 1_000_000;

    private static final int LONGEST_HEADLINE = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_NAMES = 50;
    private static final int MOST_EDITIONS = 100;

    private PressItems() {}

    /**
     * The item.
     *
     * @param page what is known of the page: an item that it became before keeps its id and address, whatever the page
     *     claims now
     * @param snapshot SHA-256 of the bytes
     */
    static PressItem of(SourceDefinition source, PageState page, ScrapedPage read, String snapshot, Instant now) {
        Announced announced =
                new Announced(source.outlet(), source.language(), page.title(), page.published(), page.editions());
        return of(announced, page.item(), read, snapshot, now);
    }

    /**
     * What is known of a page before it is read.
     *
     * @param outlet who publishes
     * @param language of the source; absent when it states none
     * @param title as discovery gave it; absent when it gave none
     * @param published as discovery gave it; absent when it gave none
     * @param editions that the listing names, by language
     */
    record Announced(
            Outlet outlet,
            @Nullable String language,
            @Nullable String title,
            @Nullable Instant published,
            Map<String, URI> editions) {}

    /**
     * The item.
     *
     * @param before what the page became before; absent when it is new
     */
    static PressItem of(
            Announced announced, @Nullable PressItem before, ScrapedPage read, String snapshot, Instant now) {
        URI uri = before == null ? read.canonical() : before.uri();
        String title = read.title().isBlank() ? Objects.requireNonNullElse(announced.title(), "") : read.title();
        return new PressItem(
                before == null ? ItemId.of(CanonicalUrl.identity(uri)) : before.id(),
                uri,
                PubStatus.USABLE,
                cut(title.strip(), LONGEST_HEADLINE),
                cut(read.text(), LONGEST_BODY),
                names(read.byline()),
                read.language() == null ? announced.language() : read.language(),
                Dates.published(read.published(), announced.published(), now),
                Dates.sane(read.modified() == null ? null : read.modified().toInstant(), now),
                announced.outlet(),
                editions(announced.editions(), read.editions()),
                snapshot,
                now);
    }

    /** What an item says; a change of anything else is not worth a revision. 64 hex digits. */
    static String contentHash(PressItem item) {
        return Sha256.hex(item.headline() + "\n" + item.body());
    }

    /** The item as it is remembered. */
    static PressItem withoutBody(PressItem item) {
        return new PressItem(
                item.id(),
                item.uri(),
                item.pubStatus(),
                item.headline(),
                "",
                item.byline(),
                item.language(),
                item.datePublished(),
                item.dateModified(),
                item.outlet(),
                Map.of(),
                item.snapshot(),
                item.detectedAt());
    }

    /** Cuts between characters, never in one. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    private static List<String> names(List<String> byline) {
        return byline.stream()
                .limit(MOST_NAMES)
                .map(name -> cut(name, LONGEST_NAME))
                .toList();
    }

    /** Those that the page names; where it does not name a language, the one that its listing does. */
    private static Map<String, URI> editions(Map<String, URI> listed, Map<String, @Nullable URI> named) {
        Map<String, URI> editions = new HashMap<>(listed);
        named.forEach((language, address) -> {
            if (address != null && (editions.size() < MOST_EDITIONS || editions.containsKey(language))) {
                editions.put(language, address);
            }
        });
        return editions;
    }
}
