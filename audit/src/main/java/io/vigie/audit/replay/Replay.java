package io.vigie.audit.replay;

import io.vigie.audit.topic.ErasedItems;
import io.vigie.audit.topic.RuleSets;
import io.vigie.audit.topic.Span;
import io.vigie.audit.topic.SpanReader;
import io.vigie.audit.topic.TopicAccess;
import io.vigie.events.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Replays spans of the item topic, partition after partition: reads, judges again on several threads, compares and writes
 * down in order. Reads only; production cannot tell.
 */
public final class Replay {

    /** A kill repeats at most so many items. */
    private static final int ITEMS_BETWEEN_CHECKPOINTS = 5_000;

    /** Items without a record that are looked into together: each look reads the topic from its beginning. */
    private static final int SILENT_AT_ONCE = 50_000;

    /** Batches that are being judged while the next is read: enough that nobody waits for the broker. */
    private static final int BATCHES_AHEAD = 4;

    private final TopicAccess access;
    private final Topics topics;
    private final int threads;
    private final Pace pace;
    private final int itemsBetweenCheckpoints;

    /** As fast as so many threads judge; does no I/O. */
    public Replay(TopicAccess access, Topics topics, int threads) {
        this(access, topics, threads, Pace.free());
    }

    /**
     * Does no I/O.
     *
     * @param threads that judge, 1 or more
     * @param pace of all threads together
     */
    public Replay(TopicAccess access, Topics topics, int threads, Pace pace) {
        this(access, topics, threads, pace, ITEMS_BETWEEN_CHECKPOINTS);
    }

    Replay(TopicAccess access, Topics topics, int threads, Pace pace, int itemsBetweenCheckpoints) {
        this.access = access;
        this.topics = topics;
        this.threads = threads;
        this.pace = pace;
        this.itemsBetweenCheckpoints = itemsBetweenCheckpoints;
    }

    /**
     * Replays, going on from the checkpoint where there is one of the same request. Whoever has written the report calls
     * {@link #forget}.
     *
     * @param verdicts gets one JSON line an alert
     * @param checkpoint gets how far the replay is; a file beside it gets what is to be looked into at the end
     * @param progress hears how many offsets are behind
     * @param alerts gets every alert that the replay raises
     */
    public ReplayResult run(
            ReplayRequest request, Path verdicts, Path checkpoint, Progress progress, ReplayedAlerts alerts)
            throws IOException, InterruptedException {
        String key = request.key(topics.pressItems());
        RuleSets sets = RuleSets.read(access, topics);
        try (Workers readers = new Workers(threads);
                Workers judges = new Workers(threads);
                Classifiers classifiers = new Classifiers(sets);
                Journal journal = Journal.open(
                        verdicts,
                        checkpoint,
                        key,
                        () -> access.spans(topics.pressItems(), request.from(), request.to()))) {
            Run run = new Run(
                    readers,
                    judges,
                    new Judge(request, classifiers),
                    journal,
                    request.stage(),
                    ErasedItems.read(access, topics),
                    progress,
                    alerts);
            run.predecessors(verdicts);
            run.spans();
            run.silence();
            return new ReplayResult(request, journal.start().spans(), run.counter.totals());
        }
    }

    /**
     * Deletes the checkpoint and what belongs to it: the same request will begin again.
     *
     * @param checkpoint as given to {@link #run}; may not exist
     */
    public static void forget(Path checkpoint) throws IOException {
        Journal.forget(checkpoint);
    }

    /**
     * Items that are being judged.
     *
     * @param first offset of the first
     * @param next offset behind the last
     * @param items how many
     */
    private record Batch(long first, long next, int items, Workers.Work<Judge.Judged> judging) {}

    /** One run: what changes while it goes on. */
    private final class Run {

        private final Workers readers;
        private final Workers judges;
        private final Judge judge;
        private final Journal journal;
        private final Stage stage;
        private final ErasedItems erased;
        private final Progress progress;
        private final ReplayedAlerts alerts;
        private final TotalsCounter counter;
        private final long total;
        private Predecessors predecessors = new Predecessors();
        private long done;
        private long sinceCheckpoint;

        private Run(
                Workers readers,
                Workers judges,
                Judge judge,
                Journal journal,
                Stage stage,
                ErasedItems erased,
                Progress progress,
                ReplayedAlerts alerts) {
            this.readers = readers;
            this.judges = judges;
            this.judge = judge;
            this.journal = journal;
            this.stage = stage;
            this.erased = erased;
            this.progress = progress;
            this.alerts = alerts;
            Checkpoint start = journal.start();
            counter = new TotalsCounter(start.totals());
            total = start.spans().stream().mapToLong(Span::length).sum();
        }

        /** Remembers what an earlier run knew when it was killed. */
        private void predecessors(Path verdicts) throws IOException {
            Checkpoint start = journal.start();
            if (start.lineBytes() > 0 && start.span() < start.spans().size()) {
                int partition = start.spans().get(start.span()).partition();
                try (Stream<AlertVerdict> lines = VerdictFile.read(verdicts)) {
                    lines.filter(line -> line.partition() == partition).forEach(predecessors::remember);
                }
            }
        }

        private void spans() throws IOException, InterruptedException {
            Checkpoint start = journal.start();
            for (int i = 0; i < start.spans().size(); i++) {
                Span span = start.spans().get(i);
                long from = i < start.span() ? span.to() : i == start.span() ? start.next() : span.from();
                done += from - span.from();
                if (from < span.to()) {
                    span(i, new Span(span.topic(), span.partition(), from, span.to()));
                }
                predecessors = new Predecessors();
            }
            checkpoint(start.spans().size(), 0);
        }

        private void span(int index, Span span) throws IOException, InterruptedException {
            try (SpanReader items = access.read(span)) {
                List<ConsumerRecord<byte[], byte[]>> batch = items.next();
                if (batch.isEmpty()) {
                    return;
                }
                Instant first = span.from() == 0
                        ? null
                        : Instant.ofEpochMilli(batch.get(0).timestamp());
                PageWindow pages = stage == Stage.CLASSIFY
                        ? null
                        : new PageWindow(
                                access, topics.pageSnapshots(), batch.get(0).timestamp());
                try (RecordedItems recorded = new RecordedItems(access, topics, span, first, pages)) {
                    Deque<Batch> going = new ArrayDeque<>();
                    while (!batch.isEmpty()) {
                        going.add(new Batch(
                                batch.get(0).offset(),
                                Math.min(span.to(), items.position()),
                                batch.size(),
                                judges.start(recorded.of(batch, readers), this::judge)));
                        if (going.size() > BATCHES_AHEAD) {
                            finish(index, span, going.remove());
                        }
                        batch = items.next();
                    }
                    while (!going.isEmpty()) {
                        finish(index, span, going.remove());
                    }
                }
            }
        }

        private Judge.Judged judge(ItemRecord record) {
            pace.await();
            return judge.classify(record);
        }

        /** Writes one batch down while the threads are at the next. */
        private void finish(int index, Span span, Batch batch) throws IOException, InterruptedException {
            verdicts(span, batch.judging().await());
            advanceTo(index, batch.next(), batch.items());
            done += batch.next() - batch.first();
            progress.at(Math.min(done, total), total);
        }

        private void advanceTo(int index, long next, int items) throws IOException {
            sinceCheckpoint += items;
            if (sinceCheckpoint >= itemsBetweenCheckpoints) {
                checkpoint(index, next);
                sinceCheckpoint = 0;
            }
        }

        private void checkpoint(int index, long next) throws IOException {
            alerts.flush();
            journal.checkpoint(index, next, counter.totals());
        }

        private void verdicts(Span span, List<Judge.Judged> batch) throws IOException {
            for (Judge.Judged judged : batch) {
                counter.item();
                if (erased.contains(judged.record().item())) {
                    counter.erased();
                    continue;
                }
                switch (judged.state()) {
                    case SILENT -> journal.append(judge.silent(span.partition(), judged));
                    case JUDGED, UNPROVEN -> verdict(span, judged);
                }
            }
        }

        private void verdict(Span span, Judge.Judged judged) throws IOException {
            Judge.Outcome outcome = judge.compare(span.partition(), judged, predecessors);
            if (outcome.replayed() != null) {
                alerts.add(outcome.replayed());
            }
            count(judged);
            if (outcome.line() == null) {
                counter.quiet();
            } else {
                counter.alert(outcome.line());
                journal.append(outcome.line());
            }
        }

        private void count(Judge.Judged judged) {
            if (judged.extraction() != null) {
                counter.page(judged.extraction());
            } else if (judged.state() == Judge.State.UNPROVEN && stage == Stage.EXTRACT) {
                counter.pageGone();
            }
        }

        private void silence() throws IOException {
            SilenceCheck check = new SilenceCheck(access, topics);
            journal.silent(SILENT_AT_ONCE, some -> {
                for (Silent lost : check.explain(some, counter)) {
                    AlertVerdict line = Judge.missing(lost);
                    counter.alert(line);
                    journal.append(line);
                }
            });
        }
    }
}
