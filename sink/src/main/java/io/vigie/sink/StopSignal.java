package io.vigie.sink;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Raised once; whoever waits for a moment to pass wakes up. */
public final class StopSignal {

    private final CountDownLatch latch = new CountDownLatch(1);

    /** Raises it; once more changes nothing. */
    public void raise() {
        latch.countDown();
    }

    public boolean isRaised() {
        return latch.getCount() == 0;
    }

    /** Waits that long, or until it is raised; returns whether it is. */
    public boolean await(Duration longest) throws InterruptedException {
        return latch.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }
}
