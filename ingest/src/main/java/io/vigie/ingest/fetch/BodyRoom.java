package io.vigie.ingest.fetch;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Memory for bodies. Small ones, as nearly all are, are read without asking; a large one takes one of a few places, and
 * keeps it until whoever asked for it is done with it. So the memory that all bodies take together is bounded, whatever
 * servers send at once.
 */
final class BodyRoom {

    /** Bytes that are read without asking. */
    static final int SMALL = 512 * 1024;

    private static final int PART_OF_THE_HEAP = 8;

    /** A body stands there twice for a moment: in the pieces in which it came, and whole. */
    private static final int COPIES = 2;

    private static final int FEWEST = 2;

    private final Semaphore places;

    private BodyRoom(int places) {
        this.places = new Semaphore(places, true);
    }

    /** Room for as many bodies of that size as an eighth of the heap takes. */
    static BodyRoom of(long heap, long largestBody) {
        return new BodyRoom((int) Math.max(FEWEST, heap / PART_OF_THE_HEAP / (COPIES * largestBody)));
    }

    static BodyRoom places(int places) {
        return new BodyRoom(places);
    }

    /** What one request has taken of it. Not thread-safe. */
    final class Share implements AutoCloseable {

        private boolean taken;

        /**
         * Takes a place, once.
         *
         * @param patience longest wait for one
         * @throws FetchException {@link FetchFailure#NO_ROOM} when none becomes free
         */
        void take(Duration patience) throws FetchException, InterruptedIOException {
            if (taken) {
                return;
            }
            try {
                taken = places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for room");
            }
            if (!taken) {
                throw new FetchException(FetchFailure.NO_ROOM, "too many large bodies at once");
            }
        }

        @Override
        public void close() {
            if (taken) {
                places.release();
                taken = false;
            }
        }
    }
}
