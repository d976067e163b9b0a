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
    private final Map<String, Instant> subjects = new HashMap<>();
    private final Map<String, Instant> settled = new HashMap<>();

    /** Takes up a line of the ledger; lines come oldest first. */
    void recall(Delivery line) {
        if (line.state().isFinal()) {
            line.notices().forEach(key -> settle(key, line.at()));
        }
        if (line.state() == Delivery.State.DELIVERED || line.state() == Delivery.State.UNCONFIRMED) {
            line.notices().forEach(key -> subjects.put(subjectOf(key), line.at()));
            line.stories().forEach(story -> stories.put(story, line.at()));
        }
    }

    /** What a message said has reached the channel, or may have. */
    void told(Bulletin bulletin, Instant now) {
        bulletin.notices().forEach(notice -> subjects.put(notice.subject(), now));
        bulletin.stories().forEach(story -> stories.put(story, now));
    }

    void settle(String noticeKey, Instant now) {
        settled.put(noticeKey, now);
    }

    boolean isSettled(String noticeKey) {
        return settled.containsKey(noticeKey);
    }

    boolean knows(String subject) {
        return subjects.containsKey(subject);
    }

    boolean knowsStory(String story, Instant now) {
        Instant at = stories.get(story);
        return at != null && at.plus(STORIES).isAfter(now);
    }

    void forget(Instant now) {
        stories.values().removeIf(at -> at.isBefore(now.minus(STORIES)));
        List.of(subjects, settled).forEach(all -> all.values().removeIf(at -> at.isBefore(now.minus(ALERTS))));
    }

    private static String subjectOf(String noticeKey) {
        return noticeKey.substring(0, Math.max(0, noticeKey.lastIndexOf('/')));
    }
}
