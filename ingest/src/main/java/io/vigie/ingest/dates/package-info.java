/**
 * Dates as people and programs write them.
 *
 * <p>{@link io.vigie.ingest.dates.StatedDates} reads a text that is a date and nothing else, in whatever form programs
 * have come up with; {@link io.vigie.ingest.dates.VisibleDates} finds dates among other words, and only those that name a
 * day. Which of a page's many dates is its publication is settled by who knows the page.
 *
 * <p>For stated dates three readers try in turn: dates that name their month, dates that start with the year, dates in figures with the
 * year last. Month names come from CLDR, the locale data of the JDK, so that a language costs one entry of a list. Digits,
 * eras and clocks of East Asia are first brought into the shape of ISO 8601.
 *
 * <p>A date without a year or with nothing but a weekday is no date: guessing would need to know today, and a date that
 * depends on when it was read raises the same item again at each poll.
 */
@NullMarked
package io.vigie.ingest.dates;

import org.jspecify.annotations.NullMarked;
