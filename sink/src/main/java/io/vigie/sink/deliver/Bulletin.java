package io.vigie.sink.deliver;

import io.vigie.events.Delivery;
import io.vigie.events.Notice;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one message says, before it has a form.
 *
 * @param kind of message
 * @param notices that it tells of, at least one; the first is the one that an alert is about
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
                                .thenComparing(Notice::detectedAt, Comparator.reverseOrder()))
                        .toList());
    }

    Notice first() {
        return notices.get(0);
    }

    List<String> keys() {
        return notices.stream().map(Notice::key).toList();
    }

    List<String> stories() {
        return notices.stream().map(Notice::storyId).distinct().toList();
    }

    /** The same alerts told in the same way have the same id, on whichever instance. */
    String id() {
        String told = first().channel() + "\n" + kind + "\n"
                + notices.stream().map(Notice::key).sorted().collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
