package io.vigie.sink.deliver;

import io.vigie.events.Delivery;
import io.vigie.events.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The channels of one partition of the outbox: their queues, which records are still open, and the lines that the ledger
 * is to be told. It knows the ledger, and the outbox up to where it ended when the partition was taken over, before it
 * gives out the first message. Not thread-safe.
 */
final class Lane {

    private final Map<String, Channel> configured;
    private final long takenOverAt;
    private final Map<String, ChannelQueue> queues = new LinkedHashMap<>();
    private final OpenOffsets offsets = new OpenOffsets();
    private final OpenMessages interrupted = new OpenMessages();
    private final List<Delivery> lines = new ArrayList<>();
    private boolean caughtUp;

    /** A message to send. */
    record Dispatch(Channel channel, Outgoing outgoing) {}

    /**
     * Sends nothing yet.
     *
     * @param configured channels by id
     * @param ledger lines of this partition, oldest first
     * @param takenOverAt end of the outbox's partition at that time
     */
    Lane(Map<String, Channel> configured, List<Delivery> ledger, long takenOverAt) {
        this.configured = configured;
        this.takenOverAt = takenOverAt;
        for (Delivery line : ledger) {
            ChannelQueue queue = queue(line.channel());
            if (queue != null) {
                queue.recall(line);
                interrupted.recall(line);
            }
        }
    }

    private @Nullable ChannelQueue queue(String id) {
        Channel channel = configured.get(id);
        return channel == null ? null : queues.computeIfAbsent(id, key -> new ChannelQueue(channel));
    }

    /** Takes up a record of the outbox. */
    void offer(Notice notice, long offset, Instant now) {
        ChannelQueue queue = queue(notice.channel());
        if (queue == null) {
            offsets.passed(offset);
            Outcome outcome = Outcome.without(notice, Delivery.State.SUPPRESSED, "the channel is no longer configured");
            lines.add(line(notice.channel(), outcome, null, now, Duration.ZERO));
            return;
        }
        offsets.opened(offset, name(notice));
        settle(notice.channel(), queue, queue.offer(notice, now), now, Duration.ZERO);
        if (queue.isSettled(notice.key())) {
            offsets.settled(name(notice));
        }
    }

    /** A record that holds no notice. */
    void skip(long offset) {
        offsets.passed(offset);
    }

    /**
     * Says how far the outbox was read; where it ended at the takeover, the messages that were left open are taken up.
     *
     * @param position next offset to be read
     */
    void reached(long position, Instant now) {
        if (caughtUp || position < takenOverAt) {
            return;
        }
        caughtUp = true;
        for (Delivery line : interrupted.take()) {
            ChannelQueue queue = queue(line.channel());
            if (queue != null) {
                settle(line.channel(), queue, queue.resume(line, now), now, Duration.ZERO);
            }
        }
    }

    /** Messages that may go now, one a channel at most. Their attempts are among the lines, to be written first. */
    List<Dispatch> due(Instant now) {
        List<Dispatch> due = new ArrayList<>();
        if (!caughtUp) {
            return due;
        }
        queues.forEach((id, queue) -> queue.next(now).ifPresent(outgoing -> {
            Channel channel = configured.get(id);
            if (channel != null) {
                Outcome attempt = Outcome.of(outgoing, Delivery.State.ATTEMPTED, null, null);
                lines.add(line(id, attempt, null, now, Duration.ZERO));
                due.add(new Dispatch(channel, outgoing));
            }
        }));
        return due;
    }

    /**
     * Brings back what came of a message.
     *
     * @param took from its departure to the answer
     */
    void answered(String channel, Answer answer, Duration took, Instant now) {
        ChannelQueue queue = queues.get(channel);
        if (queue != null && queue.isSending()) {
            settle(channel, queue, queue.answered(answer, now), now, took);
        }
    }

    void expire(Instant now) {
        queues.forEach((id, queue) -> settle(id, queue, queue.expire(now), now, Duration.ZERO));
    }

    private void settle(String channel, ChannelQueue queue, List<Outcome> outcomes, Instant now, Duration took) {
        for (Outcome outcome : outcomes) {
            if (outcome.state().isFinal()) {
                outcome.notices().forEach(notice -> offsets.settled(name(notice)));
            }
            lines.add(line(channel, outcome, queue.pausedUntil(), now, took));
        }
    }

    private static Delivery line(
            String channel, Outcome outcome, @Nullable Instant pausedUntil, Instant now, Duration took) {
        return new Delivery(
                outcome.id(),
                channel,
                outcome.kind(),
                outcome.notices().stream().map(Notice::key).toList(),
                Bulletin.stories(outcome.notices()),
                outcome.state(),
                outcome.attempt(),
                outcome.status(),
                outcome.reason(),
                now,
                took.toMillis(),
                pausedUntil);
    }

    private static String name(Notice notice) {
        return notice.channel() + "\n" + notice.key();
    }

    /** Hands over the lines for the ledger, oldest first, once. */
    List<Delivery> takeLines() {
        List<Delivery> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    boolean isSending() {
        return queues.values().stream().anyMatch(ChannelQueue::isSending);
    }

    int open() {
        return offsets.size();
    }

    /** The offset to commit, once the lines are written; absent before anything was read. */
    @Nullable
    Long committable() {
        return offsets.committable();
    }

    Stream<ChannelStatus> channels() {
        return queues.entrySet().stream()
                .map(queue -> new ChannelStatus(
                        queue.getKey(),
                        queue.getValue().open(),
                        queue.getValue().pausedUntil()));
    }
}
