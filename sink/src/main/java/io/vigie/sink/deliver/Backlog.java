package io.vigie.sink.deliver;

import io.vigie.events.Alert;
import io.vigie.events.AlertNotice;
import io.vigie.events.Delivery;
import io.vigie.events.Notice;
import io.vigie.events.SurgeNotice;
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

    /** What lifts a country's coverage of a theme lifts that of its outlets and of the whole press: one message. */
    static final Duration SURGES_TOGETHER = Duration.ofSeconds(10);

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

    /** What waits of an alert or a surge. */
    List<Notice> revisions(String subject) {
        return waiting.values().stream()
                .filter(notice -> notice.subject().equals(subject))
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
            Duration delay = delay(notice, memory, now);
            if (delay.isZero() || !notice.routedAt().plus(delay).isAfter(now)) {
                due.computeIfAbsent(group(notice), group -> new ArrayList<>()).add(notice);
            }
        }
        if (due.isEmpty()) {
            return Optional.empty();
        }
        if (!forDigest.isEmpty() || (due.size() > 1 && !goesOut.test(due.size()))) {
            return Optional.of(Bulletin.digest(List.copyOf(waiting.values())));
        }
        Map.Entry<String, List<Notice>> next = due.entrySet().iterator().next();
        Optional<Notice> withdrawal =
                next.getValue().stream().filter(Backlog::withdraws).findFirst();
        if (withdrawal.isPresent()) {
            return Optional.of(new Bulletin(Delivery.Kind.RETRACTION, List.of(withdrawal.get())));
        }
        List<Notice> together = waiting.values().stream()
                .filter(notice -> group(notice).equals(next.getKey()))
                .toList();
        Delivery.Kind kind = kind(together.get(0), memory, now);
        return Optional.of(kind == Delivery.Kind.SURGE ? Bulletin.surges(together) : new Bulletin(kind, together));
    }

    /** How long a notice waits for others that belong with it. */
    private static Duration delay(Notice notice, Memory memory, Instant now) {
        return switch (kind(notice, memory, now)) {
            case SURGE -> SURGES_TOGETHER;
            case UPDATE -> UPDATE_AFTER;
            case ALERT, RETRACTION, DIGEST -> Duration.ZERO;
        };
    }

    /** What kind of message tells of it, as long as there is time for one of its own. */
    private static Delivery.Kind kind(Notice notice, Memory memory, Instant now) {
        if (!(notice instanceof AlertNotice alert)) {
            return Delivery.Kind.SURGE;
        }
        if (withdraws(alert)) {
            return Delivery.Kind.RETRACTION;
        }
        return memory.knowsStory(alert.storyId(), now) ? Delivery.Kind.UPDATE : Delivery.Kind.ALERT;
    }

    /** What is told in one message: the reports of a story, or the surges of a theme. */
    private static String group(Notice notice) {
        return notice instanceof AlertNotice alert
                ? alert.storyId()
                : "surge\n" + ((SurgeNotice) notice).surge().theme();
    }

    /** Whether a notice takes back what was said, as a whole or by its last theme. */
    static boolean withdraws(Notice notice) {
        return notice instanceof AlertNotice alert
                && (alert.status() == Alert.Status.RETRACTED || alert.themes().isEmpty());
    }
}
