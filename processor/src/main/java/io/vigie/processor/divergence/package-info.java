/**
 * Do all editions say it? A ministry's French release may carry a sentence that its Japanese one leaves out. Editions
 * are compared theme by theme; a theme that only some carry is a divergence, told once for two items, with the sentence that
 * proves it and the one that stands in its place. Editions name each other (hreflang); where a publisher names none, texts of
 * one story on its pages that read as {@linkplain io.vigie.processor.divergence.Translation translations} are editions too.
 *
 * <p>Compared are editions that the rules could read in full: a language without rules, or an item with rule errors, proves
 * nothing by its silence.
 */
@NullMarked
package io.vigie.processor.divergence;

import org.jspecify.annotations.NullMarked;
