package io.vigie.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a piece of work going on a thread of its own, session after session: one that breaks is followed by another.
 * What is dead and looks alive would be the worst outcome, so that every break is reported as well.
 */
public final class Supervisor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
    private static final Duration GOOD_RUN = Duration.ofMinutes(1);

    private final String name;
    private final Sessions sessions;
    private final Backoff backoff;
    private final Consumer<@Nullable String> problem;
    private final StopSignal stop = new StopSignal();
    private @Nullable Thread thread;

    /** One life of the work: clients that are opened and closed together. */
    public interface Session extends AutoCloseable {

        /** Works until told to stop, or until something breaks that only a new session can mend. */
        void run(StopSignal stop) throws InterruptedException;

        /** Lets go of everything within a few seconds. */
        @Override
        void close();
    }

    /** Opens sessions. */
    public interface Sessions {
        Session open() throws IOException;
    }

    /**
     * Starts nothing yet.
     *
     * @param name of the thread
     * @param sessions opens each session
     * @param backoff pauses between sessions that break
     * @param problem told why no session runs; {@code null} is never passed here, a session says itself when it is well
     */
    public Supervisor(String name, Sessions sessions, Backoff backoff, Consumer<@Nullable String> problem) {
        this.name = name;
        this.sessions = sessions;
        this.backoff = backoff;
        this.problem = problem;
    }

    /**
     * Begins and returns at once.
     *
     * @throws IllegalStateException when it was started or closed before
     */
    public synchronized void start() {
        if (thread != null || stop.isRaised()) {
            throw new IllegalStateException(name + " is started once");
        }
        problem.accept("starting");
        Thread started = new Thread(this::runSessions, name);
        started.start();
        thread = started;
    }

    private void runSessions() {
        int failures = 0;
        while (!stop.isRaised()) {
            long began = System.nanoTime();
            try (Session session = sessions.open()) {
                session.run(stop);
            } catch (IOException | RuntimeException e) {
                boolean lasted = System.nanoTime() - began > GOOD_RUN.toNanos();
                failures = lasted ? 1 : failures + 1;
                problem.accept(e.getClass().getSimpleName() + ": " + e.getMessage());
                log.atError()
                        .setCause(e)
                        .addKeyValue("worker", name)
                        .addKeyValue("failures", failures)
                        .log("session broke; another follows");
                pause(failures);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void pause(int failures) {
        try {
            stop.await(backoff.pause(failures, new Random()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops within ten seconds. */
    @Override
    public synchronized void close() {
        stop.raise();
        Thread started = thread;
        if (started != null) {
            try {
                started.join(LONGEST_CLOSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        problem.accept("closed");
    }
}
