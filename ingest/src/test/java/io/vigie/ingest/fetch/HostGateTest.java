package io.vigie.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostGateTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong time = new AtomicLong();
    private final List<Duration> slept = new ArrayList<>();
    private final HostGate gate = new HostGate(time::get, pause -> {
        slept.add(pause);
        time.addAndGet(pause.toNanos());
    });

    @Test
    void pausesBetweenTwoRequestsToAHost() throws Exception {
        gate.enter("a.example:443", MINUTE).end(SECOND);
        time.addAndGet(Duration.ofMillis(400).toNanos());

        assertThat(gate.pauseBefore("a.example:443")).isEqualTo(Duration.ofMillis(600));
        gate.enter("a.example:443", MINUTE).end(SECOND);

        assertThat(slept).containsExactly(Duration.ofMillis(600));
    }

    @Test
    void neverMakesAHostWaitForAnother() throws Exception {
        gate.enter("slow.example:443", MINUTE);

        gate.enter("a.example:443", MINUTE).end(SECOND);

        assertThat(slept).isEmpty();
        assertThat(gate.pauseBefore("slow.example:443")).isZero();
    }

    @Test
    void letsOneInAtATime() throws Exception {
        HostGate.Turn turn = gate.enter("a.example:443", MINUTE);

        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> gate.enter("a.example:443", Duration.ZERO))
                .returns(FetchFailure.HOST_BUSY, FetchException::failure);

        turn.end(Duration.ZERO);
        gate.enter("a.example:443", Duration.ZERO).end(Duration.ZERO);
    }

    @Test
    void givesUpAtOnceWhenThePauseIsLongerThanItsPatience() throws Exception {
        gate.enter("a.example:443", MINUTE).end(MINUTE);

        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> gate.enter("a.example:443", SECOND))
                .returns(FetchFailure.HOST_BUSY, FetchException::failure);

        assertThat(slept).isEmpty();
        time.addAndGet(MINUTE.toNanos());
        gate.enter("a.example:443", SECOND).end(SECOND);
    }
}
