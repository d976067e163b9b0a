package io.vigie.sink.deliver;

import io.vigie.events.Alert;
import io.vigie.events.Delivery;
import io.vigie.events.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Notices that wait, in order of arrival, and which of them make the next message. Not thread-safe. */
final class Backlog {

    /** Later reports of a story are collected for that long. */
    static final Duration UPDATE_AFTER = Duration.ofMinutes(10);

    private final Map<String, Notice> waiting = new LinkedHashMap<>();
    private final Set<String> forDigest = new HashSet<>();

    void add(Notice notice) {
        waiting.put(notice.key(), notice);
    }

    /** Puts back, before all others, what could not be told; from now on it is told in a digest only, when so marked. */
    void putBack(List<Notice> notices, boolean inDigestOnly) {
        Map<String, Notice> later = new LinkedHashMap<>(waiting);
        waiting.clear();
        notices.forEach(this::add);
        waiting.putAll(later);
        if (inDigestOnly) {
            notices.forEach(notice -> forDigest.add(notice.key()));
        }
    }

    boolean has(String key) {
        return waiting.containsKey(key);
    }

    /** Other revisions of an alert that wait. */
    List<Notice> revisions(String alertId) {
        return waiting.values().stream()
                .filter(notice -> notice.alertId().equals(alertId))
                .toList();
    }

    @Nullable
    Notice remove(String key) {
        forDigest.remove(key);
        return waiting.remove(key);
    }

    /** Takes out what was routed before that moment. */
    List<Notice> takeOlderThan(Instant oldest) {
        List<Notice> late = waiting.values().stream()
                .filter(notice -> notice.routedAt().isBefore(oldest))
                .toList();
        late.forEach(notice -> remove(notice.key()));
        return late;
    }

    int size() {
        return waiting.size();
    }

    /**
     * Takes out what the next message says.
     *
     * @param memory of the channel
     * @param goesOut whether so many messages go out one by one within bearable time
     * @return empty when nothing is to be said yet
     */
    Optional<Bulletin> take(Memory memory, IntPredicate goesOut, Instant now) {
        Optional<Bulletin> next = compose(memory, goesOut, now);
        next.ifPresent(bulletin -> bulletin.keys().forEach(this::remove));
        return next;
    }

    private Optional<Bulletin> compose(Memory memory, IntPredicate goesOut, Instant now) {
        Map<String, List<Notice>> due = new LinkedHashMap<>();
        for (Notice notice : waiting.values()) {
            boolean fresh = withdraws(notice) || !memory.knowsStory(notice.storyId(), now);
            if (fresh || !notice.routedAt().plus(UPDATE_AFTER).isAfter(now)) {
                due.computeIfAbsent(notice.storyId(), story -> new ArrayList<>())
                        .add(notice);
            }
        }
        if (due.isEmpty()) {
            return Optional.empty();
        }
        if (!forDigest.isEmpty() || (due.size() > 1 && !goesOut.test(due.size()))) {
            return Optional.of(Bulletin.digest(List.copyOf(waiting.values())));
        }
        Map.Entry<String, List<Notice>> story = due.entrySet().iterator().next();
        Optional<Notice> withdrawal =
                story.getValue().stream().filter(Backlog::withdraws).findFirst();
        if (withdrawal.isPresent()) {
            return Optional.of(new Bulletin(Delivery.Kind.RETRACTION, List.of(withdrawal.get())));
        }
        List<Notice> reports = waiting.values().stream()
                .filter(notice -> notice.storyId().equals(story.getKey()))
                .toList();
        Delivery.Kind kind = memory.knowsStory(story.getKey(), now) ? Delivery.Kind.UPDATE : Delivery.Kind.ALERT;
        return Optional.of(new Bulletin(kind, reports));
    }

    /** Whether a notice takes back what was said, as a whole or by its last theme. */
    static boolean withdraws(Notice notice) {
        return notice.status() == Alert.Status.RETRACTED || notice.themes().isEmpty();
    }
}
