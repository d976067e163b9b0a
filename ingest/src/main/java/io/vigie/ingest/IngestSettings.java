package io.vigie.ingest;

import io.vigie.events.Topics;
import io.vigie.ingest.fetch.FetchSettings;
import java.util.Map;

/**
 * How an ingest instance runs.
 *
 * @param topics names of the topics; the consumer group is their prefix and {@code ingest}
 * @param kafka client settings that all clients share: {@code bootstrap.servers}, security
 * @param fetch how politely and patiently
 * @param workers how many addresses are fetched at once, 1 or more
 */
public record IngestSettings(Topics topics, Map<String, Object> kafka, FetchSettings fetch, int workers) {

    /** Enough for ten thousand sources of which some hang. */
    public static final int WORKERS = 32;

    public IngestSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("workers " + workers + " must be 1 or more");
        }
        kafka = Map.copyOf(kafka);
    }

    /** Instances with the same one share the sources. */
    public String group() {
        return topics.prefix() + "ingest";
    }
}
