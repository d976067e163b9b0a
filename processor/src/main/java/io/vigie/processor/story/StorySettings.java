package io.vigie.processor.story;

import java.time.Duration;

/**
 * When two items tell one story.
 *
 * @param window items published further apart than this tell different stories, copies included
 * @param join probability from which an item joins a story, and two stories become one; 0..1
 */
public record StorySettings(Duration window, double join) {

    public StorySettings {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window '" + window + "' must be more than nothing");
        }
        if (!(join > 0 && join < 1)) {
            throw new IllegalArgumentException("join '" + join + "' must lie between 0 and 1");
        }
    }

    /** Six days, even odds. */
    public static StorySettings defaults() {
        return new StorySettings(Duration.ofDays(6), 0.5);
    }
}
