package io.vigie.events;

import java.time.Instant;

/**
 * The start or the end of a surge that a channel is to be told of.
 *
 * @param channel id of the channel
 * @param surge as it was published
 * @param routedAt when it was decided to tell the channel
 */
public record SurgeNotice(String channel, Surge surge, Instant routedAt) implements Notice {

    @Override
    public String subject() {
        return surge.surgeId();
    }

    /** 1 for the start, 2 for the end. */
    @Override
    public int revision() {
        return switch (surge.phase()) {
            case STARTED -> 1;
            case ENDED -> 2;
        };
    }

    /** Always 1: the whole press speaks of it. */
    @Override
    public double score() {
        return 1;
    }
}
