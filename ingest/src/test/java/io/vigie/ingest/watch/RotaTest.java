package io.vigie.ingest.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RotaTest {

    private final Rota rota = new Rota(4, Clock.systemUTC());

    @AfterEach
    void stop() {
        rota.close();
    }

    @Test
    void takesOneStepAtATimeToAHost() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger steps = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            rota.add(task("one.example", Duration.ZERO, () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                LockSupport.parkNanos(1); // lets another in, if another may
                inside.decrementAndGet();
                return steps.incrementAndGet() < 1_000;
            }));
        }
        rota.start();

        await().untilAtomic(steps, org.hamcrest.Matchers.greaterThanOrEqualTo(1_000));
        assertThat(most).hasValue(1);
    }

    @Test
    void neverLetsAHostThatHangsHoldTheOthers() {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicInteger others = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            rota.add(task("hangs.example", Duration.ZERO, () -> {
                hanging.await();
                return false;
            }));
        }
        for (int i = 0; i < 20; i++) {
            rota.add(task("host-" + i + ".example", Duration.ZERO, () -> {
                others.incrementAndGet();
                return false;
            }));
        }
        rota.start();

        await().untilAtomic(others, org.hamcrest.Matchers.equalTo(20));
        hanging.countDown();
    }

    @Test
    void putsBackWhatWantsAPauseWithoutHoldingAThread() {
        AtomicInteger resting = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            rota.add(task("rests.example", Duration.ofHours(1), () -> {
                resting.incrementAndGet();
                return true;
            }));
        }
        rota.add(task("other.example", Duration.ZERO, () -> others.incrementAndGet() < 5));
        rota.start();

        await().untilAtomic(others, org.hamcrest.Matchers.equalTo(5));
        assertThat(resting).hasValue(0);
    }

    @Test
    void letsATaskThatThrowsRestAndGoesOnWithTheOthers() {
        AtomicInteger throwing = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        rota.add(task("one.example", Duration.ZERO, () -> {
            throwing.incrementAndGet();
            throw new IllegalStateException("thrown on purpose");
        }));
        rota.add(task("one.example", Duration.ZERO, () -> others.incrementAndGet() < 100));
        rota.start();

        await().untilAtomic(others, org.hamcrest.Matchers.equalTo(100));
        assertThat(throwing).hasValue(1);
    }

    @Test
    void waitsForTheStepUnderWayWhenATaskIsRemoved() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore end = new Semaphore(0);
        AtomicInteger steps = new AtomicInteger();
        Rota.Task task = task("one.example", Duration.ZERO, () -> {
            begun.countDown();
            end.acquire();
            steps.incrementAndGet();
            return true;
        });
        rota.add(task);
        rota.start();
        begun.await();

        assertThat(rota.remove(List.of(task), Duration.ofMillis(1))).isFalse();
        end.release(Integer.MAX_VALUE);
        await().untilAtomic(
                        steps, org.hamcrest.Matchers.equalTo(1)); // the step under way gets through, no other begins
        rota.add(task);
        await().untilAtomic(steps, org.hamcrest.Matchers.greaterThan(1));
        assertThat(rota.remove(List.of(task), Duration.ofSeconds(60))).isTrue();
        int after = steps.get();

        assertThat(rota.remove(List.of(task), Duration.ZERO)).isTrue();
        assertThat(steps).hasValue(after);
    }

    private interface Step {
        boolean take() throws InterruptedException;
    }

    private static Rota.Task task(String host, Duration pause, Step step) {
        return new Rota.Task() {
            @Override
            public Instant due() {
                return Instant.EPOCH;
            }

            @Override
            public String host() {
                return host;
            }

            @Override
            public Duration pause() {
                return pause;
            }

            @Override
            public boolean step() {
                try {
                    return step.take();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        };
    }
}
