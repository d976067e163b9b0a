package io.vigie.processor.story;

/**
 * What speaks for and against two items telling one story. Unless said otherwise: cosines, 0..1.
 *
 * @param names persons, towns, firms and ships in common
 * @param nameEvidence how much these tell in all, 0..1: one rare name among many that differ still tells
 * @param figures amounts in common
 * @param figureEvidence how much these tell in all, 0..1
 * @param places countries in common
 * @param concepts what happens, in common
 * @param words stems in common; cognates when the languages differ
 * @param days 1: one day of the calendar is named by both; -1: both name days, none of them close; 0: neither
 * @param daysApart days between the publications beyond the first, 0 or more
 * @param sameLanguage whether the words can be compared
 */
record Witnesses(
        double names,
        double nameEvidence,
        double figures,
        double figureEvidence,
        double places,
        double concepts,
        double words,
        double days,
        double daysApart,
        boolean sameLanguage) {}
