package io.vigie.ingest.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One request at a time to a host, and a pause after each.
 *
 * <p>Who keeps many hosts busy asks {@link #pauseBefore} first and comes back later, so that no thread waits here; the
 * gate itself holds the line when two ways lead to one host, as redirects do.
 */
final class HostGate {

    private static final int TIDY_AT = 20_000;

    /** Sleeps; a test passes time instead. */
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;

        Sleeper REAL = time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    private final Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;

    HostGate(LongSupplier nanoTime, Sleeper sleeper) {
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
    }

    /** How long the host wants to be left alone from now; zero when it may be asked. */
    Duration pauseBefore(String host) {
        Host known = hosts.get(host);
        return known == null ? Duration.ZERO : known.pause(nanoTime.getAsLong());
    }

    /**
     * Waits for one's turn.
     *
     * @param patience longest wait
     * @throws FetchException {@link FetchFailure#HOST_BUSY} when the turn does not come in time
     */
    Turn enter(String host, Duration patience) throws FetchException, InterruptedException {
        long begin = nanoTime.getAsLong();
        if (hosts.size() > TIDY_AT) {
            hosts.values().removeIf(idle -> idle.isIdle(begin));
        }
        Host entered = hosts.computeIfAbsent(host, name -> new Host());
        if (!entered.turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw busy(host);
        }
        try {
            Duration pause = entered.pause(nanoTime.getAsLong());
            Duration left = patience.minusNanos(nanoTime.getAsLong() - begin);
            if (pause.compareTo(left) > 0) {
                throw busy(host);
            }
            if (!pause.isZero()) {
                sleeper.sleep(pause);
            }
            return new Turn(entered);
        } catch (FetchException | InterruptedException | RuntimeException e) {
            entered.turn.release();
            throw e;
        }
    }

    private static FetchException busy(String host) {
        return new FetchException(FetchFailure.HOST_BUSY, "others keep " + host + " occupied");
    }

    /** The right to ask a host; given back by {@link #end}. */
    final class Turn {

        private final Host host;

        private Turn(Host host) {
            this.host = host;
        }

        /** Gives the turn back; the next one comes after the pause. */
        void end(Duration pause) {
            host.freeAt = nanoTime.getAsLong() + pause.toNanos();
            host.asked = true;
            host.turn.release();
        }
    }

    private static final class Host {

        private final Semaphore turn = new Semaphore(1, true);
        private volatile long freeAt;
        private volatile boolean asked;

        Duration pause(long now) {
            return asked ? Duration.ofNanos(Math.max(0, freeAt - now)) : Duration.ZERO;
        }

        boolean isIdle(long now) {
            return turn.availablePermits() == 1 && !turn.hasQueuedThreads() && freeAt - now < 0;
        }
    }
}
