package io.vigie.sink.elastic;

import io.vigie.sink.Backoff;
import io.vigie.sink.StopSignal;
import io.vigie.sink.elastic.Verdict.Blame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the entries of one bulk until each has a final verdict, however long Elasticsearch is away. Runs on its own
 * thread, so that the consumer goes on polling meanwhile.
 */
final class BulkWriter {

    /** Attempts after which an error that nothing explains is held against the document. */
    private static final int MOST_UNCLEAR = 8;

    private final Shelf shelf;
    private final Backoff backoff;
    private final SinkMeters meters;
    private final SinkHealth health;
    private final RandomGenerator random;

    BulkWriter(Shelf shelf, Backoff backoff, SinkMeters meters, SinkHealth health, RandomGenerator random) {
        this.shelf = shelf;
        this.backoff = backoff;
        this.meters = meters;
        this.health = health;
        this.random = random;
    }

    /**
     * Decides every entry, or returns early, with some still open, when told to stop.
     *
     * @param stop ends the waiting; looked at between attempts
     */
    void write(List<Entry> entries, StopSignal stop) throws InterruptedException {
        Map<Entry, Integer> unclear = new HashMap<>();
        int failures = 0;
        while (!stop.isRaised()) {
            List<Entry> open = entries.stream().filter(Entry::isOpen).toList();
            if (open.isEmpty()) {
                return;
            }
            Verdict.Retriable refused = attempt(open, unclear);
            if (refused == null) {
                health.elasticIsWell();
                return;
            }
            boolean progress = open.stream().anyMatch(entry -> !entry.isOpen());
            failures = progress ? 1 : failures + 1;
            health.elasticFails(refused.reason());
            stop.await(backoff.pause(failures, random));
        }
    }

    /** One attempt; returns one reason to try again, or none. */
    private Verdict.@Nullable Retriable attempt(List<Entry> open, Map<Entry, Integer> unclear) {
        List<Verdict> verdicts = meters.timed(() -> shelf.put(open));
        Verdict.Retriable reason = null;
        for (int i = 0; i < open.size(); i++) {
            Entry entry = open.get(i);
            Verdict verdict = verdicts.get(i);
            if (!(verdict instanceof Verdict.Retriable retriable)) {
                entry.decide(verdict);
            } else if (retriable.blame() == Blame.UNCLEAR && unclear.merge(entry, 1, Integer::sum) >= MOST_UNCLEAR) {
                entry.decide(new Verdict.Rejected("server_error", retriable.reason()));
            } else {
                meters.retried();
                reason = retriable;
            }
        }
        return reason;
    }
}
