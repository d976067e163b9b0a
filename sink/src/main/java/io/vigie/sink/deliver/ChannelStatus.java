package io.vigie.sink.deliver;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a channel is, as this instance sees it.
 *
 * @param channel id
 * @param waiting alerts that it is still to be told of
 * @param pausedUntil when its receiver, which failed, is tried again; absent while all is well
 */
public record ChannelStatus(
        String channel, int waiting, @Nullable Instant pausedUntil) {}
