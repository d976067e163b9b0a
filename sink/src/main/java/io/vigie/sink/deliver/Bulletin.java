package io.vigie.sink.deliver;

import io.vigie.events.AlertNotice;
import io.vigie.events.Delivery;
import io.vigie.events.Notice;
import io.vigie.events.Surge;
import io.vigie.events.SurgeNotice;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one message says, before it has a form.
 *
 * @param kind of message
 * @param notices that it tells of, at least one; the first is the one that its title is about
 */
record Bulletin(Delivery.Kind kind, List<Notice> notices) {

    Bulletin {
        if (notices.isEmpty()) {
            throw new IllegalArgumentException("a message is about something");
        }
        notices = List.copyOf(notices);
    }

    /** A digest shows what matters most first. */
    static Bulletin digest(List<Notice> notices) {
        return new Bulletin(
                Delivery.Kind.DIGEST,
                notices.stream()
                        .sorted(Comparator.comparingDouble(Notice::score)
                                .reversed()
                                .thenComparing(Notice::routedAt, Comparator.reverseOrder()))
                        .toList());
    }

    /** Surges of a theme, the widest first: the whole press, countries, outlets. */
    static Bulletin surges(List<Notice> notices) {
        return new Bulletin(
                Delivery.Kind.SURGE,
                notices.stream()
                        .sorted(Comparator.comparingInt(Bulletin::narrowness))
                        .toList());
    }

    private static int narrowness(Notice notice) {
        return notice instanceof SurgeNotice of
                ? (of.surge().outlet() != null ? 2 : of.surge().country() != null ? 1 : 0)
                : 3;
    }

    Notice first() {
        return notices.get(0);
    }

    List<String> keys() {
        return notices.stream().map(Notice::key).toList();
    }

    List<AlertNotice> alerts() {
        return alerts(notices).toList();
    }

    List<Surge> surges() {
        return notices.stream()
                .flatMap(notice -> notice instanceof SurgeNotice of ? Stream.of(of.surge()) : Stream.empty())
                .toList();
    }

    List<String> stories() {
        return stories(notices);
    }

    /** Stories of the alerts among them. */
    static List<String> stories(List<Notice> notices) {
        return alerts(notices).map(AlertNotice::storyId).distinct().toList();
    }

    private static Stream<AlertNotice> alerts(List<Notice> notices) {
        return notices.stream()
                .flatMap(notice -> notice instanceof AlertNotice alert ? Stream.of(alert) : Stream.empty());
    }

    /** The same alerts told in the same way have the same id, on whichever instance. */
    String id() {
        String told = first().channel() + "\n" + kind + "\n"
                + notices.stream().map(Notice::key).sorted().collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
