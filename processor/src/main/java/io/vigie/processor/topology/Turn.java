package io.vigie.processor.topology;

import io.vigie.events.kafka.EventSerde;
import io.vigie.processor.story.Merge;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

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
     * A merge that the story index must know of.
     *
     * @param at event time of the item that showed it
     * @param parts of the index that know the younger story; absent for any that may
     */
    record Merged(Merge merge, Instant at, @Nullable Set<Integer> parts) implements Turn {

        /** Partitions of the index that are told. */
        Set<Integer> told(int partitions) {
            return parts == null ? IntStream.range(0, partitions).boxed().collect(Collectors.toSet()) : parts;
        }

        /** The merge alone is written. */
        static Serde<Merged> serde() {
            Serde<Merge> merges = EventSerde.of(Merge.class);
            return Serdes.serdeFrom(
                    (topic, merged) -> merges.serializer().serialize(topic, merged.merge()),
                    (topic, bytes) -> new Merged(merges.deserializer().deserialize(topic, bytes), Instant.EPOCH, null));
        }
    }
}
