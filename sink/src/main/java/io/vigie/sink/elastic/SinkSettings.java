package io.vigie.sink.elastic;

import io.vigie.events.Topics;
import io.vigie.sink.Backoff;
import java.util.Map;

/**
 * How the sink of alerts runs.
 *
 * @param kafka properties of Kafka clients, at least {@code bootstrap.servers}; those that the sink's guarantees rest on
 *     (group, offsets, isolation, acknowledgements) cannot be overridden
 * @param topics names of the topics
 * @param elastic where Elasticsearch is
 * @param bulk when a bulk is sent
 * @param backoff pauses while Elasticsearch, or the dead-letter topic, is away
 */
public record SinkSettings(
        Map<String, String> kafka, Topics topics, ElasticSettings elastic, BulkLimits bulk, Backoff backoff) {

    public SinkSettings {
        kafka = Map.copyOf(kafka);
        if (!kafka.containsKey("bootstrap.servers")) {
            throw new IllegalArgumentException("kafka properties need bootstrap.servers");
        }
    }

    /** The standard limits and pauses. */
    public static SinkSettings of(String bootstrapServers, Topics topics, ElasticSettings elastic) {
        return new SinkSettings(
                Map.of("bootstrap.servers", bootstrapServers), topics, elastic, BulkLimits.STANDARD, Backoff.STANDARD);
    }

    /** The consumer group, for example {@code vigie.sink-elastic}. */
    public String group() {
        return topics.prefix() + "sink-elastic";
    }

    /** Kafka properties can hold passwords; only their names are shown. */
    @Override
    public String toString() {
        return "SinkSettings[kafka=" + kafka.keySet() + ", topics=" + topics + ", elastic=" + elastic + ", bulk=" + bulk
                + ", backoff=" + backoff + "]";
    }
}
