/**
 * Which themes a press item has, and the sentence that proves each.
 *
 * <p>In reading order: a rule file is text that an analyst writes ({@code processor/RULES.md} is its page). {@link
 * io.vigie.processor.watch.ThemeRules} is that file, read and checked. An {@link
 * io.vigie.processor.watch.Expression} is one query in it, and every query means the same kind of thing: <em>the set of
 * sentences in which it holds</em>. And, or and without are then intersection, union and difference of sets, a phrase is
 * looked for inside one sentence only, and the evidence of a match is what the query denotes, not something searched for
 * afterwards.
 *
 * <p>Per language, {@link io.vigie.processor.watch.LanguageRules} turns the file into three things: an analyzer, a
 * {@link io.vigie.processor.watch.Lexicon} of all words that any rule mentions, and a Lucene Monitor that holds the rules.
 * An item is analyzed once. The lexicon marks in one pass which terms and term lists stand where ({@link
 * io.vigie.processor.watch.Annotations}): a list of two hundred weapons used by fifty rules is looked up once, not fifty
 * times. The Monitor's presearcher picks the rules whose terms the item has; only they are evaluated. So the cost of an
 * item follows the rules that may match it, not the rules that exist.
 *
 * <p>{@link io.vigie.processor.watch.Classifier} puts it together and is pure: the same rule set and the same item give
 * the same {@link io.vigie.events.Classification}, in the topology, on the command line and in a replay. What goes wrong
 * with one rule or one item is a {@link io.vigie.events.RuleError} beside the matches.
 */
@NullMarked
package io.vigie.processor.watch;

import org.jspecify.annotations.NullMarked;
