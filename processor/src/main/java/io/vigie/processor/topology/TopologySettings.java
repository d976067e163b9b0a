package io.vigie.processor.topology;

import io.vigie.events.Topics;
import io.vigie.processor.formula.Formulas;
import io.vigie.processor.story.StorySettings;
import java.time.Duration;

/**
 * What the topology is made of.
 *
 * @param topics names of the topics
 * @param partitions of the item topic, and so of every internal topic; they cannot change under one application id
 * @param stories when two items tell one story
 * @param patience longest time that an alert waits for its story
 * @param formulas set phrases to follow
 */
public record TopologySettings(
        Topics topics, int partitions, StorySettings stories, Duration patience, Formulas formulas) {

    public TopologySettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions " + partitions + " must be 1 or more");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience " + patience + " must not be negative");
        }
    }

    /** Stories and formulas as they ship; an alert waits three seconds for its own at most. */
    public static TopologySettings of(Topics topics, int partitions) {
        return new TopologySettings(
                topics, partitions, StorySettings.defaults(), Duration.ofSeconds(3), Formulas.shipped());
    }
}
