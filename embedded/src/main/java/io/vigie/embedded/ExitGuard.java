package io.vigie.embedded;

import org.apache.kafka.common.utils.Exit;

/**
 * Keeps a failing start from ending the process.
 *
 * <p>A broker answers a fatal error in its start-up with {@code Runtime.exit} or {@code halt}, which is right for a
 * process of its own and wrong for a guest. Kafka offers one hook for the whole JVM, so starts go one after the other;
 * outside a start the hook is not ours: a broker that loses its disk later still stops the process, rather than
 * acknowledge what it cannot keep.
 */
final class ExitGuard {

    private ExitGuard() {}

    /** Runs a start in which a wish to end the process becomes an {@link IllegalStateException}. */
    static synchronized void during(Runnable start) {
        Exit.setExitProcedure(ExitGuard::refuse);
        Exit.setHaltProcedure(ExitGuard::refuse);
        try {
            start.run();
        } finally {
            Exit.resetExitProcedure();
            Exit.resetHaltProcedure();
        }
    }

    private static void refuse(int status, String message) {
        throw new IllegalStateException("fatal error in start-up, status " + status);
    }
}
