package io.vigie.events;

import java.util.Map;

/**
 * How a topic is to be made.
 *
 * @param name full name, prefix included
 * @param partitions number of partitions, at least 1
 * @param config Kafka's topic settings, for example {@code cleanup.policy}
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {

    private static final int PARTITIONS = 4;
    private static final String EIGHT_MIB_AND_HEADERS = Integer.toString(9 * 1024 * 1024);

    public TopicSpec {
        if (partitions < 1) {
            throw new IllegalArgumentException("topic " + name + " needs at least one partition, not " + partitions);
        }
        config = Map.copyOf(config);
    }

    /** Only the newest value of a key matters. */
    static TopicSpec compacted(String name) {
        return new TopicSpec(
                name, PARTITIONS, Map.of("cleanup.policy", "compact", "max.message.bytes", EIGHT_MIB_AND_HEADERS));
    }

    /** Compacted, one partition: every reader sees the same order. */
    static TopicSpec single(String name) {
        return new TopicSpec(name, 1, compacted(name).config());
    }

    /** Kept for ever, because audits go back years; an operator may set a retention on the broker. */
    static TopicSpec kept(String name) {
        return new TopicSpec(
                name, PARTITIONS, Map.of("retention.ms", "-1", "max.message.bytes", EIGHT_MIB_AND_HEADERS));
    }
}
