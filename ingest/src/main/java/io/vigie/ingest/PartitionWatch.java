package io.vigie.ingest;

import io.vigie.events.FetchState;
import io.vigie.events.PageState;
import io.vigie.events.SourceDefinition;
import io.vigie.ingest.publish.MemoryReader;
import io.vigie.ingest.publish.PartitionJournal;
import io.vigie.ingest.watch.Journal.JournalException;
import io.vigie.ingest.watch.Journal.RefusedException;
import io.vigie.ingest.watch.Rota;
import io.vigie.ingest.watch.SourceMemory;
import io.vigie.ingest.watch.SourceWatch;
import io.vigie.ingest.watch.Tools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the sources of one partition for as long as it is assigned here: opens the journal, which fences whoever had
 * the partition before; reads the memory; puts the sources on the rota. When the journal fails, all of it begins again,
 * after a pause, for ever.
 *
 * <p>One thread owns everything here; others send it messages.
 */
final class PartitionWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PartitionWatch.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final int partition;
    private final IngestSettings settings;
    private final Tools tools;
    private final Rota rota;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final Map<String, SourceDefinition> sources = new HashMap<>();
    private final Thread thread;
    private boolean complete;
    private volatile boolean closed;
    private volatile String state = "starting";

    private sealed interface Message {}

    private record Put(SourceDefinition source) implements Message {}

    private record Remove(String id) implements Message {}

    private enum Signal implements Message {
        COMPLETE,
        JOURNAL_FAILED,
        CLOSE
    }

    PartitionWatch(int partition, IngestSettings settings, Tools tools, Rota rota) {
        this.partition = partition;
        this.settings = settings;
        this.tools = tools;
        this.rota = rota;
        this.thread = new Thread(this::run, "vigie-partition-" + partition);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void put(SourceDefinition source) {
        messages.add(new Put(source));
    }

    void remove(String id) {
        messages.add(new Remove(id));
    }

    /** Every source that there was at the assignment has been put. */
    void complete() {
        messages.add(Signal.COMPLETE);
    }

    /** Empty when sources are being watched, else why not. */
    Optional<String> check() {
        return state.isEmpty() ? Optional.empty() : Optional.of("partition " + partition + ": " + state);
    }

    /** Begins no further step; waits for those under way, so that the next owner finds their results. */
    @Override
    public void close() {
        closed = true;
        messages.add(Signal.CLOSE);
        try {
            thread.join(LONGEST_STEP.multipliedBy(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        while (!closed) {
            try (PartitionJournal journal = PartitionJournal.open(settings.kafka(), settings.topics(), partition)) {
                journal.onFailure(() -> messages.add(Signal.JOURNAL_FAILED));
                Map<String, SourceMemory> memories =
                        new MemoryReader(settings.kafka(), settings.topics()).read(partition);
                pause = SHORTEST_PAUSE;
                watch(journal, memories);
            } catch (KafkaException e) {
                state = String.valueOf(e.getMessage());
                log.atWarn()
                        .addKeyValue("partition", partition)
                        .addKeyValue("reason", e.getMessage())
                        .log("partition cannot be watched yet");
            } catch (InterruptedException e) {
                return;
            }
            pause = rest(pause);
        }
    }

    /** Until the journal fails or the partition is taken away. */
    private void watch(PartitionJournal journal, Map<String, SourceMemory> memories) throws InterruptedException {
        Map<String, WatchTask> tasks = new HashMap<>();
        try {
            if (complete) {
                sources.values().forEach(source -> begin(source, tasks, memories, journal));
                watching(tasks);
            }
            while (!closed) {
                Message message = messages.take();
                if (message instanceof Put put) {
                    SourceDefinition before = sources.put(put.source().id(), put.source());
                    if (complete && !put.source().equals(before)) {
                        end(put.source().id(), tasks);
                        begin(put.source(), tasks, memories, journal);
                    }
                } else if (message instanceof Remove remove) {
                    sources.remove(remove.id());
                    end(remove.id(), tasks);
                    forget(remove.id(), memories, journal);
                } else if (message == Signal.COMPLETE) {
                    complete = true;
                    sources.values().forEach(source -> begin(source, tasks, memories, journal));
                    watching(tasks);
                } else if (message == Signal.JOURNAL_FAILED && journal.hasFailed()) {
                    state = "the journal failed";
                    return;
                }
            }
        } finally {
            if (!rota.remove(List.copyOf(tasks.values()), LONGEST_STEP)) {
                log.atWarn().addKeyValue("partition", partition).log("gave a partition up with a step under way");
            }
        }
    }

    private void watching(Map<String, WatchTask> tasks) {
        state = "";
        log.atInfo()
                .addKeyValue("partition", partition)
                .addKeyValue("sources", tasks.size())
                .log("watching");
    }

    private void begin(
            SourceDefinition source,
            Map<String, WatchTask> tasks,
            Map<String, SourceMemory> memories,
            PartitionJournal journal) {
        if (source.enabled()) {
            SourceMemory memory =
                    memories.computeIfAbsent(source.id(), id -> new SourceMemory(FetchState.initial(id), List.of()));
            WatchTask task = new WatchTask(new SourceWatch(source, memory, journal, tools), tools.fetcher());
            tasks.put(source.id(), task);
            rota.add(task);
        }
    }

    private void end(String id, Map<String, WatchTask> tasks) {
        @Nullable WatchTask task = tasks.remove(id);
        if (task != null) {
            rota.remove(List.of(task), LONGEST_STEP.multipliedBy(6)); // a fetch ends within its deadline
        }
    }

    private void forget(String id, Map<String, SourceMemory> memories, PartitionJournal journal) {
        SourceMemory memory = memories.remove(id);
        if (memory == null) {
            return;
        }
        List<String> keys =
                new ArrayList<>(memory.pages().stream().map(PageState::key).toList());
        keys.add(id);
        try {
            journal.forget(keys);
        } catch (JournalException | RefusedException e) {
            log.atWarn()
                    .addKeyValue("source", id)
                    .addKeyValue("reason", e.getMessage())
                    .log("source not forgotten");
        }
    }

    private Duration rest(Duration pause) {
        if (!closed) {
            try {
                Message next = messages.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    messages.add(next);
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
