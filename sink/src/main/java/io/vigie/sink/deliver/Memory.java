package io.vigie.sink.deliver;

import io.vigie.events.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one channel has been told, as far back as it matters. Not thread-safe. */
final class Memory {

    /** After that a story that comes up again is news again. */
    static final Duration STORIES = Duration.ofDays(3);

    /** A withdrawal that comes later than this is not told. */
    static final Duration ALERTS = Duration.ofDays(30);

    private final Map<String, Instant> stories = new HashMap<>();
    private final Map<String, Instant> alerts = new HashMap<>();
    private final Map<String, Instant> settled = new HashMap<>();

    /** Takes up a line of the ledger; lines come oldest first. */
    void recall(Delivery line) {
        if (line.state().isFinal()) {
            line.notices().forEach(key -> settle(key, line.at()));
        }
        if (line.state() == Delivery.State.DELIVERED || line.state() == Delivery.State.UNCONFIRMED) {
            line.notices().forEach(key -> alerts.put(alertOf(key), line.at()));
            line.stories().forEach(story -> stories.put(story, line.at()));
        }
    }

    /** What a message said has reached the channel, or may have. */
    void told(Bulletin bulletin, Instant now) {
        bulletin.notices().forEach(notice -> alerts.put(notice.alertId(), now));
        bulletin.stories().forEach(story -> stories.put(story, now));
    }

    void settle(String noticeKey, Instant now) {
        settled.put(noticeKey, now);
    }

    boolean isSettled(String noticeKey) {
        return settled.containsKey(noticeKey);
    }

    boolean knowsAlert(String alertId) {
        return alerts.containsKey(alertId);
    }

    boolean knowsStory(String story, Instant now) {
        Instant at = stories.get(story);
        return at != null && at.plus(STORIES).isAfter(now);
    }

    void forget(Instant now) {
        stories.values().removeIf(at -> at.isBefore(now.minus(STORIES)));
        List.of(alerts, settled).forEach(all -> all.values().removeIf(at -> at.isBefore(now.minus(ALERTS))));
    }

    private static String alertOf(String noticeKey) {
        return noticeKey.substring(0, Math.max(0, noticeKey.lastIndexOf('/')));
    }
}
