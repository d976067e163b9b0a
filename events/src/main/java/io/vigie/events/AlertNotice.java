package io.vigie.events;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert that a channel is to be told of. It has what a message needs and no more, so that many can wait in memory: no
 * body, a short headline, a few sentences of evidence.
 *
 * @param channel id of the channel
 * @param alertId of the alert
 * @param revision of the item that raised it
 * @param status whether it is new, amends or retracts what was said before
 * @param url canonical address of the item
 * @param headline plain text, cut to a bounded length
 * @param language of the item, BCP 47
 * @param outlet who publishes
 * @param datePublished as stated; absent when not stated
 * @param detectedAt when ingest read the page
 * @param themes with the best evidence, cut to a bounded length
 * @param storyId story that the item belongs to
 * @param routedAt when it was decided to tell the channel
 */
public record AlertNotice(
        String channel,
        String alertId,
        int revision,
        Alert.Status status,
        URI url,
        String headline,
        String language,
        Outlet outlet,
        @Nullable Instant datePublished,
        Instant detectedAt,
        List<ThemeMatch> themes,
        String storyId,
        Instant routedAt)
        implements Notice {

    public AlertNotice {
        themes = List.copyOf(themes);
    }

    @Override
    public String subject() {
        return alertId;
    }

    /** The best score of its themes, 0 without any. */
    @Override
    public double score() {
        return themes.stream().mapToDouble(ThemeMatch::score).max().orElse(0);
    }
}
