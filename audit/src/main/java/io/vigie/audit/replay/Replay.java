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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Replays spans of the item topic, partition after partition: reads, judges again on several threads, compares and writes
 * down in order. Reads only; production cannot tell.
 */
public final class Replay {

    /** A kill repeats at most so many items. */
    private static final int ITEMS_BETWEEN_CHECKPOINTS = 5_000;

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
     * Replays, going on from the checkpoint where there is one of the same request. Whoever has written the report
     * deletes the checkpoint.
     *
     * @param verdicts gets one JSON line an alert
     * @param checkpoint gets how far the replay is
     * @param progress hears how many offsets are behind
     * @param alerts gets every alert that the replay raises
     */
    public ReplayResult run(
            ReplayRequest request, Path verdicts, Path checkpoint, Progress progress, ReplayedAlerts alerts)
            throws IOException, InterruptedException {
        String key = request.key(topics.pressItems());
        RuleSets sets = RuleSets.read(access, topics);
        try (Workers workers = new Workers(threads);
                Classifiers classifiers = new Classifiers(sets);
                Journal journal = Journal.open(
                        verdicts,
                        checkpoint,
                        key,
                        () -> access.spans(topics.pressItems(), request.from(), request.to()))) {
            Run run = new Run(
                    workers,
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
     * Items that are being judged.
     *
     * @param first offset of the first
     * @param next offset behind the last
     * @param items how many
     */
    private record Batch(long first, long next, int items, Workers.Work<Judge.Judged> judging) {}

    /** One run: what changes while it goes on. */
    private final class Run {

        private final Workers workers;
        private final Judge judge;
        private final Journal journal;
        private final Stage stage;
        private final ErasedItems erased;
        private final Progress progress;
        private final ReplayedAlerts alerts;
        private final TotalsCounter counter;
        private final List<Silent> silent;
        private final long total;
        private Predecessors predecessors = new Predecessors();
        private long done;
        private long sinceCheckpoint;

        private Run(
                Workers workers,
                Judge judge,
                Journal journal,
                Stage stage,
                ErasedItems erased,
                Progress progress,
                ReplayedAlerts alerts) {
            this.workers = workers;
            this.judge = judge;
            this.journal = journal;
            this.stage = stage;
            this.erased = erased;
            this.progress = progress;
            this.alerts = alerts;
            Checkpoint start = journal.start();
            counter = new TotalsCounter(start.totals());
            silent = new ArrayList<>(start.silent());
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
                    Optional<Batch> before = Optional.empty();
                    while (!batch.isEmpty()) {
                        Batch now = new Batch(
                                batch.get(0).offset(),
                                Math.min(span.to(), items.position()),
                                batch.size(),
                                workers.start(recorded.of(batch, workers), this::judge));
                        if (before.isPresent()) {
                            finish(index, span, before.get());
                        }
                        before = Optional.of(now);
                        batch = items.next();
                    }
                    if (before.isPresent()) {
                        finish(index, span, before.get());
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
            journal.checkpoint(index, next, counter.totals(), silent);
        }

        private void verdicts(Span span, List<Judge.Judged> batch) throws IOException {
            for (Judge.Judged judged : batch) {
                counter.item();
                if (erased.contains(judged.record().item())) {
                    counter.erased();
                    continue;
                }
                switch (judged.state()) {
                    case SILENT -> silent.add(judge.silent(span.partition(), judged));
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
            List<AlertVerdict> lost = new ArrayList<>();
            new SilenceCheck(access, topics).explain(silent, new SilenceCheck.Findings() {
                @Override
                public void duplicate(Silent item) {
                    counter.duplicate();
                }

                @Override
                public void deadLetter(Silent item) {
                    counter.deadLetter();
                }

                @Override
                public void unexplained(Silent item) {
                    lost.add(Judge.missing(item));
                }

                @Override
                public void pending(Silent item) {
                    counter.pending();
                }
            });
            for (AlertVerdict line : lost) {
                counter.alert(line);
                journal.append(line);
            }
        }
    }
}
