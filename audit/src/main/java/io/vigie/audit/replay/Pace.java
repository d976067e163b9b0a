package io.vigie.audit.replay;

import java.util.concurrent.TimeUnit;

/** At most so many a second, evenly: for work that shares a machine with what is in a hurry. Thread-safe. */
public final class Pace {

    private static final double NANOS = 1e9;

    private final long apart;
    private boolean begun;
    private long next;

    private Pace(long apart) {
        this.apart = apart;
    }

    /** As fast as it goes. */
    public static Pace free() {
        return new Pace(0);
    }

    /**
     * A bound.
     *
     * @param rate things a second, more than 0
     */
    public static Pace perSecond(double rate) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("a rate is more than 0, not " + rate);
        }
        return new Pace((long) (NANOS / rate));
    }

    /** Waits until the next may begin; a thread that is interrupted waits no longer and stays interrupted. */
    void await() {
        if (apart == 0) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(pause(System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Gives the next its place. Time that nobody used is gone: after a pause nothing is caught up with.
     *
     * @param now a moment of {@link System#nanoTime()}
     * @return nanoseconds until that place, 0 or more
     */
    synchronized long pause(long now) {
        long place = begun && next - now > 0 ? next : now;
        begun = true;
        next = place + apart;
        return place - now;
    }
}
