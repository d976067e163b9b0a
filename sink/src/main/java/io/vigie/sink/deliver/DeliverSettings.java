package io.vigie.sink.deliver;

import io.vigie.events.Topics;
import io.vigie.sink.Backoff;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How delivery runs.
 *
 * @param kafka properties of Kafka clients, at least {@code bootstrap.servers}
 * @param topics names of the topics
 * @param channels to tell; none is legal and does nothing
 * @param backoff pauses while Kafka is away
 */
public record DeliverSettings(Map<String, String> kafka, Topics topics, List<Channel> channels, Backoff backoff) {

    public DeliverSettings {
        kafka = Map.copyOf(kafka);
        channels = List.copyOf(channels);
        if (!kafka.containsKey("bootstrap.servers")) {
            throw new IllegalArgumentException("kafka properties need bootstrap.servers");
        }
        Set<String> ids = new HashSet<>();
        for (Channel channel : channels) {
            if (!ids.add(channel.id())) {
                throw new IllegalArgumentException("two channels have the id '" + channel.id() + "'");
            }
        }
    }

    public static DeliverSettings of(String bootstrapServers, Topics topics, List<Channel> channels) {
        return new DeliverSettings(Map.of("bootstrap.servers", bootstrapServers), topics, channels, Backoff.STANDARD);
    }

    @Override
    public String toString() {
        return "DeliverSettings[kafka=" + kafka.keySet() + ", topics=" + topics + ", channels="
                + channels.stream().map(Channel::id).toList() + "]";
    }
}
