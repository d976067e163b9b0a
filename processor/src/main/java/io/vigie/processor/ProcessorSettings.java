package io.vigie.processor;

import io.vigie.events.Topics;
import java.nio.file.Path;
import java.util.Map;

/**
 * How a processor instance runs.
 *
 * @param topics names of the topics; the application id is their prefix and {@code processor}
 * @param kafka client settings that all clients share: {@code bootstrap.servers}, security
 * @param stateDirectory where stores live; one instance each
 * @param threads stream threads, 1 or more
 */
public record ProcessorSettings(Topics topics, Map<String, String> kafka, Path stateDirectory, int threads) {

    public ProcessorSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " must be 1 or more");
        }
        kafka = Map.copyOf(kafka);
    }

    /** Also the consumer group and the prefix of internal topics. */
    public String applicationId() {
        return topics.prefix() + "processor";
    }
}
