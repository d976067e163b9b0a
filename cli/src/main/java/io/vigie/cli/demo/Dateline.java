package io.vigie.cli.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/**
 * One moment in the ways that the press states it.
 *
 * @param moment of publication
 * @param zone in which the outlet states times
 * @param locale in whose words
 */
record Dateline(Instant moment, ZoneId zone, Locale locale) {

    /** The moment, by the names that the templates use. */
    Map<String, Object> values() {
        ZonedDateTime there = moment.atZone(zone);
        return Map.of(
                "published", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there),
                "publishedRfc1123", DateTimeFormatter.RFC_1123_DATE_TIME.format(there),
                "publishedDay", DateTimeFormatter.ISO_LOCAL_DATE.format(there),
                "publishedClock",
                        DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(there),
                "publishedText",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(locale)
                                .format(there));
    }
}
