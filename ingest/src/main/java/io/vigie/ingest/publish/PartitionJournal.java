package io.vigie.ingest.publish;

import io.vigie.events.Topics;
import io.vigie.ingest.watch.Change;
import io.vigie.ingest.watch.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one partition of sources, in Kafka transactions. Whoever commits waits; what comes together while a
 * transaction is under way goes into the next one together.
 *
 * <p>After the first failure that leaves a doubt, every commit fails: the owner opens a new journal, which settles what
 * the old one left, and reads the memory again.
 */
public final class PartitionJournal implements Journal, AutoCloseable {

    private static final int MOST_TOGETHER = 200;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private record Pending(List<ProducerRecord<String, byte[]>> records, CompletableFuture<Void> done) {}

    private final KafkaProducer<String, byte[]> producer;
    private final ChangeRecords encoding;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(10_000);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closed;

    private PartitionJournal(KafkaProducer<String, byte[]> producer, Topics topics, int partition) {
        this.producer = producer;
        this.encoding = new ChangeRecords(topics, partition);
        this.thread = new Thread(this::run, "vigie-journal-" + partition);
        thread.setDaemon(true);
    }

    /**
     * Opens the journal of a partition. From now on whoever had it open before can write no more, and what that one had
     * begun and not committed is undone.
     *
     * @throws KafkaException when Kafka cannot be reached
     */
    public static PartitionJournal open(Map<String, Object> kafka, Topics topics, int partition) {
        String id = topics.prefix() + "ingest-" + partition;
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Clients.transactional(kafka, id));
        try {
            producer.initTransactions();
            PartitionJournal journal = new PartitionJournal(producer, topics, partition);
            journal.thread.start();
            return journal;
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    @Override
    public void commit(Change change) throws JournalException, RefusedException {
        write(encoding.of(change));
    }

    /** Forgets everything under these keys. */
    public void forget(Collection<String> keys) throws JournalException, RefusedException {
        write(keys.stream().map(encoding::forgotten).toList());
    }

    /** From the first failure that leaves a doubt, nothing is written any more. */
    public boolean hasFailed() {
        return failure.isDone();
    }

    /** Calls back when it fails; at once when it has. */
    @SuppressWarnings("FutureReturnValueIgnored") // a callback that throws has nobody to tell
    public void onFailure(Runnable callback) {
        failure.whenComplete((none, error) -> callback.run());
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(5));
        failWaiting(new KafkaException("the journal was closed"));
    }

    private void write(List<ProducerRecord<String, byte[]>> records) throws JournalException, RefusedException {
        for (ProducerRecord<String, byte[]> record : records) {
            if (record.value() != null
                    && record.value().length + record.key().length() > Clients.LARGEST_RECORD - 4_096) {
                throw new RefusedException(
                        "a record for " + record.topic() + " is too large", new RecordTooLargeException());
            }
        }
        Pending pending = new Pending(records, new CompletableFuture<>());
        try {
            if (closed || failure.isDone() || !queue.offer(pending, 60, TimeUnit.SECONDS)) {
                throw new JournalException("the journal takes nothing more", new KafkaException("closed or failed"));
            }
            if (closed || failure.isDone()) {
                failWaiting(new KafkaException("the journal was closed"));
            }
            pending.done().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException("interrupted before the commit was certain", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof RecordTooLargeException) {
                throw new RefusedException("the broker refuses a record: " + cause.getMessage(), cause);
            }
            throw new JournalException("not committed: " + cause.getMessage(), cause);
        }
    }

    private void run() {
        List<Pending> together = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                Pending first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                together.add(first);
                queue.drainTo(together, MOST_TOGETHER - 1);
                writeTogether(together);
            } catch (InterruptedException | KafkaException e) {
                fail(together, e);
                return;
            } finally {
                together.clear();
            }
        }
    }

    private void writeTogether(List<Pending> together) {
        RecordTooLargeException refused = transaction(together);
        if (refused == null) {
            together.forEach(pending -> pending.done().complete(null));
        } else if (together.size() == 1) {
            together.get(0).done().completeExceptionally(refused);
        } else {
            together.forEach(pending -> writeTogether(List.of(pending))); // to find out which one it was
        }
    }

    /** Absent when it was committed; else it was aborted because a record is too large. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when any send did
    private @Nullable RecordTooLargeException transaction(List<Pending> together) {
        producer.beginTransaction();
        try {
            for (Pending pending : together) {
                pending.records().forEach(producer::send);
            }
            producer.commitTransaction();
            return null;
        } catch (KafkaException e) {
            RecordTooLargeException tooLarge = tooLarge(e);
            if (tooLarge == null) {
                throw e;
            }
            producer.abortTransaction();
            return tooLarge;
        }
    }

    private static @Nullable RecordTooLargeException tooLarge(@Nullable Throwable error) {
        if (error == null || error instanceof RecordTooLargeException) {
            return (RecordTooLargeException) error;
        }
        return tooLarge(error.getCause());
    }

    private void fail(List<Pending> together, Exception cause) {
        failure.completeExceptionally(cause);
        together.forEach(pending -> pending.done().completeExceptionally(cause));
        failWaiting(cause);
    }

    private void failWaiting(Exception cause) {
        for (Pending pending = queue.poll(); pending != null; pending = queue.poll()) {
            pending.done().completeExceptionally(cause);
        }
    }
}
