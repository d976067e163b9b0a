package io.vigie.events;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about its own pages where reading them without help is not enough: data of {@code sources.yaml},
 * never code. For example
 *
 * <pre>listing: {entry: "ul.news > li", title: h3, date: .day, zone: Asia/Tokyo}</pre>
 *
 * Every part is optional; what is absent is found without help.
 *
 * @param entry CSS selector of the blocks of a listing page, one press item each
 * @param link CSS selector, inside a block, of the element with the address
 * @param title CSS selector, inside a block, of the headline
 * @param date CSS selector, inside a block, of the date
 * @param zone of the dates that state none, in listings, feeds and sitemaps alike; UTC when absent
 */
public record ListingHints(
        @Nullable String entry,
        @Nullable String link,
        @Nullable String title,
        @Nullable String date,
        @Nullable ZoneId zone) {

    /** No help given. */
    public static final ListingHints NONE = new ListingHints(null, null, null, null, null);
}
