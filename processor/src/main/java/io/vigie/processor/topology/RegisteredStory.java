package io.vigie.processor.topology;

import io.vigie.events.Story;

/**
 * A story as the register keeps it: a value of the store {@code story-register}, key = story id.
 *
 * @param story as it was told last or, when nobody was told, as it stands
 * @param told whether it is on the stories topic: stories without a theme are nobody's business
 * @param elderAge age of the story that it was merged into; 0 while open
 */
record RegisteredStory(Story story, boolean told, long elderAge) {}
