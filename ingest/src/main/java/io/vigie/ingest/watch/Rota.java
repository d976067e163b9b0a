package io.vigie.ingest.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes steps when they are due, on a bounded number of threads, one step at a time to a host.
 *
 * <p>No thread ever waits for a host: a step whose host is busy stands in that host's line, a step whose host wants a
 * pause is put back until the pause is over. So a host that is slow, or that a hundred sources share, costs one thread
 * at most.
 */
public final class Rota implements AutoCloseable {

    /** Something that is done step by step, for ever. */
    public interface Task {

        /** When the next step is due. */
        Instant due();

        /** Whom the next step will bother. */
        String host();

        /** How long that host wants to be left alone from now. */
        Duration pause();

        /**
         * Takes a step.
         *
         * @return whether there is to be another
         */
        boolean step();
    }

    private static final Logger log = LoggerFactory.getLogger(Rota.class);
    private static final Duration REST = Duration.ofMinutes(1);

    /** A task, where it stands. Everything here is touched under the lock. */
    private static final class Slot {
        private final Task task;
        private boolean running;
        private boolean removed;

        Slot(Task task) {
            this.task = task;
        }
    }

    /** Those who wait for one host. It exists while the host is busy or resting. */
    private static final class Line {
        private final String host;
        private final Deque<Slot> slots = new ArrayDeque<>();

        Line(String host) {
            this.host = host;
        }
    }

    /** Something to turn to at a time: a task, or a host whose rest is over. */
    private record Wake(
            Instant at,
            long order,
            @Nullable Slot slot,
            @Nullable Line line) {}

    private record Claim(Slot slot, Line line) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Wake> wakes =
            new PriorityQueue<>(Comparator.comparing(Wake::at).thenComparing(Wake::order));
    private final Map<String, Line> lines = new HashMap<>();
    private final Map<Task, Slot> slots = new HashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final int workers;
    private final Clock clock;
    private long orders;
    private boolean closed;

    /** Starts nothing. */
    public Rota(int workers, Clock clock) {
        this.workers = workers;
        this.clock = clock;
    }

    public void start() {
        for (int i = 0; i < workers; i++) {
            Thread thread = new Thread(this::work, "vigie-fetch-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    public void add(Task task) {
        lock.lock();
        try {
            Slot slot = new Slot(task);
            slots.put(task, slot);
            wake(task.due(), slot, null);
        } finally {
            lock.unlock();
        }
    }

    /** No step of these tasks is begun from now on; waits for those under way. Returns whether all had ended in time. */
    public boolean remove(List<? extends Task> tasks, Duration patience) {
        lock.lock();
        try {
            List<Slot> leaving = new ArrayList<>();
            for (Task task : tasks) {
                Slot slot = slots.remove(task);
                if (slot != null) {
                    slot.removed = true;
                    leaving.add(slot);
                }
            }
            long left = patience.toNanos();
            while (leaving.stream().anyMatch(slot -> slot.running)) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Begins no further step and interrupts those under way. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        threads.forEach(Thread::interrupt);
    }

    private void work() {
        for (Claim claim = claim(); claim != null; claim = claim()) {
            release(claim, step(claim.slot().task));
        }
    }

    /** Waits for a step that is due at a host that may be asked. Absent when the rota is closed. */
    private @Nullable Claim claim() {
        lock.lock();
        try {
            while (!closed) {
                Wake first = wakes.peek();
                Instant now = clock.instant();
                if (first == null) {
                    changed.await();
                } else if (first.at().isAfter(now)) {
                    changed.awaitNanos(Duration.between(now, first.at()).toNanos());
                } else {
                    wakes.poll();
                    Claim claim = first.slot() != null
                            ? claim(first.slot(), now)
                            : next(Objects.requireNonNull(first.line()), now);
                    if (claim != null) {
                        changed.signal(); // another thread watches the next wake
                        return claim;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return null;
    }

    /** The host of a due task is taken, or the task stands in its line. */
    private @Nullable Claim claim(Slot slot, Instant now) {
        if (slot.removed) {
            return null;
        }
        String host = slot.task.host();
        Line line = lines.get(host);
        if (line != null) {
            line.slots.add(slot);
            return null;
        }
        Line taken = new Line(host);
        lines.put(host, taken);
        taken.slots.add(slot);
        return next(taken, now);
    }

    /** The first in a line whose host is not busy; absent when the host still rests or nobody wants it any more. */
    private @Nullable Claim next(Line line, Instant now) {
        for (Slot slot = line.slots.peek(); slot != null; slot = line.slots.peek()) {
            if (slot.removed) {
                line.slots.remove();
            } else if (!slot.task.host().equals(line.host)) {
                line.slots.remove();
                wake(now, slot, null);
            } else {
                Duration pause = slot.task.pause();
                if (pause.isZero()) {
                    line.slots.remove();
                    slot.running = true;
                    return new Claim(slot, line);
                }
                wake(now.plus(pause), null, line);
                return null;
            }
        }
        lines.remove(line.host);
        return null;
    }

    private void release(Claim claim, Outcome outcome) {
        lock.lock();
        try {
            Slot slot = claim.slot();
            slot.running = false;
            if (outcome != Outcome.END && !slot.removed) {
                wake(outcome == Outcome.ON ? slot.task.due() : clock.instant().plus(REST), slot, null);
            } else {
                slots.remove(slot.task, slot);
            }
            wake(clock.instant(), null, claim.line());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void wake(Instant at, @Nullable Slot slot, @Nullable Line line) {
        wakes.add(new Wake(at, ++orders, slot, line));
        changed.signal();
    }

    /** Whether to go on. Tasks handle what can be foreseen; one that throws all the same must not spin. */
    private static Outcome step(Task task) {
        try {
            return task.step() ? Outcome.ON : Outcome.END;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.atError().setCause(e).log("step failed");
            return Outcome.REST;
        }
    }

    private enum Outcome {
        ON,
        REST,
        END
    }
}
