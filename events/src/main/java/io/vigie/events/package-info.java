/**
 * What the stages of Vigie say to each other: immutable records, the topics they travel on, and the CloudEvents
 * attributes that accompany them.
 *
 * <p>In reading order: a {@link io.vigie.events.SourceDefinition} tells what to watch; each look at it leaves a
 * {@link io.vigie.events.WatchEntry} on the ledger; a page that was read becomes a {@link io.vigie.events.PressItem};
 * the processor turns it into a {@link io.vigie.events.ClassifiedItem} that holds a
 * {@link io.vigie.events.Classification}; an item with a theme raises an {@link io.vigie.events.Alert}. For each
 * channel that is to be told of it there is a {@link io.vigie.events.Notice}, and what came of telling it is a
 * {@link io.vigie.events.Delivery}. Items that tell of one event share a
 * {@link io.vigie.events.Story}, made of {@linkplain io.vigie.events.StoryNote notes}; {@link io.vigie.events.Coverage},
 * {@link io.vigie.events.Surge}, {@link io.vigie.events.Divergence} and {@link io.vigie.events.FormulaChange} say what
 * many items say together. What cannot be handled becomes a {@link io.vigie.events.DeadLetter}. {@link io.vigie.events.Topics} names where each of them is
 * found.
 *
 * <p>Nothing here does I/O, and nothing here knows of a stage: this is the ground floor. Records travel as JSON
 * ({@link io.vigie.events.json}); a component that is absent is left out of the JSON, an empty list is an empty array,
 * instants are ISO-8601 in UTC. Readers ignore fields that they do not know, so that a field can be added without
 * stopping anyone.
 */
@NullMarked
package io.vigie.events;

import org.jspecify.annotations.NullMarked;
