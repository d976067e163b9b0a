package io.vigie.processor.topology;

import io.vigie.processor.story.Sighting;

/**
 * The answer of one part of the story index to a {@link StoryProbe}: a value of the internal topic {@code story-answers},
 * key = item id, in the partition of the item.
 *
 * @param home partition of the item
 * @param part partition that answers
 * @param age as asked
 * @param sighting what the part knows
 */
record StoryAnswer(int home, int part, long age, Sighting sighting) {}
