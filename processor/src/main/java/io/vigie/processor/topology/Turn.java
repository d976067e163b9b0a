package io.vigie.processor.topology;

import io.vigie.processor.story.Merge;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;

/** What a step of the story flow has to say; each kind takes its own way from there. */
sealed interface Turn {

    /**
     * Ask the story index: a value of the internal topic {@code story-probes}.
     *
     * @param parts of the index that are asked; not kept on the topic
     * @param probe {@link StoryProbe#encode()}, once for all parts
     */
    record Ask(Set<Integer> parts, Bytes probe) implements Turn {

        static Serde<Ask> serde() {
            return Forms.serde(ask -> ask.probe().get(), bytes -> new Ask(Set.of(), Bytes.wrap(bytes)));
        }
    }

    /** The item is in its story. */
    record Settled(FiledItem item) implements Turn {}

    /**
     * Everybody must know of a merge.
     *
     * @param at event time of the item that showed it
     */
    record Merged(Merge merge, Instant at) implements Turn {}
}
