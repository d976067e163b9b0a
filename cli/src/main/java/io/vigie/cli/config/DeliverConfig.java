package io.vigie.cli.config;

import io.vigie.sink.deliver.Channel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Section {@code deliver} of {@code vigie.yaml}.
 *
 * @param channels places where people are told of alerts, each id once; none by default
 */
public record DeliverConfig(List<Channel> channels) {

    // Jackson passes null for a key that the file leaves out.
    public DeliverConfig {
        channels = channels == null ? List.of() : List.copyOf(channels);
        Set<String> ids = new HashSet<>();
        for (Channel channel : channels) {
            if (!ids.add(channel.id())) {
                throw new IllegalArgumentException("two channels have the id '" + channel.id() + "'; rename one");
            }
        }
    }

    static DeliverConfig defaults() {
        return new DeliverConfig(List.of());
    }
}
