package io.vigie.sink.deliver;

import io.vigie.events.Readiness;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What keeps delivery from its work, and how each channel is. Thread-safe. */
final class DeliverHealth {

    private volatile @Nullable String router = "not started";
    private volatile @Nullable String dispatcher = "not started";
    private volatile List<ChannelStatus> channels = List.of();

    void routerIs(@Nullable String problem) {
        router = problem;
    }

    void dispatcherIs(@Nullable String problem) {
        dispatcher = problem;
    }

    void channelsAre(List<ChannelStatus> now) {
        channels = List.copyOf(now);
    }

    List<ChannelStatus> channels() {
        return channels;
    }

    Readiness readiness() {
        String routing = router;
        String dispatching = dispatcher;
        String why = Stream.of(
                        routing == null ? "" : "routing: " + routing,
                        dispatching == null ? "" : "dispatching: " + dispatching)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "));
        return why.isEmpty() ? Readiness.ready() : Readiness.notReady("deliveries: " + why);
    }
}
