/**
 * Which items tell the same story? Wire copies, reports of one event by several outlets, and editions of one text in
 * several languages share a story id.
 *
 * <p>A text in Polish and one in Japanese share hardly a word, but what an event is made of carries over. A
 * {@link io.vigie.processor.story.Fingerprint} keeps just that, as {@linkplain io.vigie.processor.story.Clue clues}:
 *
 * <ul>
 *   <li>Names, found by their {@linkplain io.vigie.processor.story.Skeleton consonants} and checked by
 *       {@linkplain io.vigie.processor.story.Names spelling}: Malinowska and Маліновська, Lind and リンド are one. The
 *       {@linkplain io.vigie.processor.story.EastAsianReader readers} know how Japanese names sound and with which
 *       characters Chinese writes foreign ones.
 *   <li>{@linkplain io.vigie.processor.story.Figures Amounts} as plain numbers: 2,5 milliards is 25億. {@linkplain
 *       io.vigie.processor.story.Days Days}, which also speak against: 3 April is not 8 April.
 *   <li>{@linkplain io.vigie.processor.story.Places Countries}, by the names that the Unicode CLDR gives them. Half of the
 *       press names Russia, so they tell little.
 *   <li>Concepts, what happens: a visit, an order, a collision; and the names that no rule carries over. Both are
 *       {@linkplain io.vigie.processor.story.Forms tables}, {@code concepts.tsv} and {@code aliases.tsv}, to be extended.
 *   <li>Words, within one language, and {@link io.vigie.processor.story.MinHash} of their shingles for copies.
 * </ul>
 *
 * {@link io.vigie.processor.story.Rarity} says how much a clue tells, {@link io.vigie.processor.story.Similarity} weighs two
 * items by {@linkplain io.vigie.processor.story.Weights log-odds}, and {@link io.vigie.processor.story.StoryIndex} keeps
 * the window, one item at a time. An item joins the {@link io.vigie.processor.story.KnownStory} whose nearest item and whose
 * average agree, so that an affair does not grow from event to event by its edges. A story has the id of its first item
 * for ever; when a report shows two stories to be one, the younger is absorbed, and its id goes on to stand for the elder.
 *
 * <p>An index can be divided by the {@linkplain io.vigie.processor.story.Fingerprint#routes() routes} of its items: each part
 * gives a {@link io.vigie.processor.story.Sighting}, {@link io.vigie.processor.story.Placement} makes one answer of them, and
 * {@linkplain io.vigie.processor.story.Merge merges} are told to all. Parts that hear of merges late tell the same stories.
 * {@link io.vigie.processor.story.StoryMemory} is where a part keeps what it knows: maps for a file, state stores in the
 * stream. {@link io.vigie.processor.story.Register} keeps what people read: who reports what, since when.
 *
 * <p>What it cannot do: two items that share no name, figure or word meet only through a third; and events that differ in
 * nothing but their day, told without dates, are one.
 */
@NullMarked
package io.vigie.processor.story;

import org.jspecify.annotations.NullMarked;
