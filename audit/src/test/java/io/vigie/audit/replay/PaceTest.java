package io.vigie.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final long MILLI = 1_000_000;

    @Test
    void spreadsEvenlyWhatComesAtOnce() {
        Pace pace = Pace.perSecond(100);
        assertThat(pace.pause(0)).isZero();
        assertThat(pace.pause(0)).isEqualTo(10 * MILLI);
        assertThat(pace.pause(4 * MILLI)).isEqualTo(16 * MILLI);
    }

    @Test
    void catchesUpWithNothingAfterAPause() {
        Pace pace = Pace.perSecond(100);
        pace.pause(0);
        assertThat(pace.pause(500 * MILLI)).isZero();
        assertThat(pace.pause(500 * MILLI)).isEqualTo(10 * MILLI);
    }

    @Test
    void countsOnAcrossTheEndOfTheClock() {
        Pace pace = Pace.perSecond(100);
        long end = Long.MAX_VALUE - MILLI;
        assertThat(pace.pause(end)).isZero();
        assertThat(pace.pause(end)).isEqualTo(10 * MILLI);
        assertThat(pace.pause(end + 2 * MILLI)).isEqualTo(18 * MILLI);
    }

    @Test
    void withoutABoundNothingWaits() {
        Pace pace = Pace.free();
        assertThat(pace.pause(7)).isZero();
        assertThat(pace.pause(7)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesWhatIsNoRate(double rate) {
        assertThatThrownBy(() -> Pace.perSecond(rate)).isInstanceOf(IllegalArgumentException.class);
    }
}
