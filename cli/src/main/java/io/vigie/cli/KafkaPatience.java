package io.vigie.cli;

import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a start needs of Kafka, again and again while no broker answers: a service that starts before its Kafka, or
 * while it is away, waits for it. A broker that answers and refuses ends the start.
 */
final class KafkaPatience {

    private static final Logger log = LoggerFactory.getLogger(KafkaPatience.class);
    private static final long PAUSE_MILLIS = 500;

    /** Something that can be done again without harm. */
    interface Step {
        void run() throws InterruptedException;
    }

    private final BooleanSupplier goesOn;

    /**
     * Has done nothing yet.
     *
     * @param goesOn asked before each try; {@code false} ends the waiting
     */
    KafkaPatience(BooleanSupplier goesOn) {
        this.goesOn = goesOn;
    }

    /**
     * Returns when it is done, or when there is no going on.
     *
     * @return whether it was done
     */
    boolean tryUntilDone(Step step) throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            try {
                step.run();
                return true;
            } catch (RuntimeException e) {
                if (!isAway(e)) {
                    throw e;
                }
                log.atWarn().addKeyValue("reason", e.getMessage()).log("Kafka does not answer; waiting");
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return false;
    }

    private static boolean isAway(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof DisconnectException) {
                return true;
            }
        }
        return false;
    }
}
