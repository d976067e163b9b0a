package io.vigie.processor.watch;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment at which work on an item stops. */
final class Deadline {

    private final LongSupplier nanoTime;
    private final long end;

    /** Ends {@code budget} from now, by a clock such as {@code System::nanoTime}. */
    Deadline(LongSupplier nanoTime, Duration budget) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + budget.toNanos();
    }

    boolean isPast() {
        return nanoTime.getAsLong() - end > 0;
    }
}
