package io.vigie.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter out = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void saysShareRateAndTimeLeft() {
        try (ProgressBar bar = bar(true)) {
            bar.at(0, 1_000);
            nanos.addAndGet(2_000_000_000L);
            bar.at(500, 1_000);
        }

        assertThat(out.toString())
                .endsWith("\rreplay  [##########..........]  50 %  500 / 1,000  250/s  2 s left"
                        + System.lineSeparator());
    }

    @Test
    void theRateIsThatOfThisRun() {
        try (ProgressBar bar = bar(true)) {
            bar.at(900, 1_000);
            nanos.addAndGet(1_000_000_000L);
            bar.at(950, 1_000);
        }

        assertThat(out.toString()).contains("  50/s  1 s left");
    }

    @Test
    void staysSilentWhereNobodyLooks() {
        try (ProgressBar bar = bar(false)) {
            bar.at(1, 2);
            bar.at(2, 2);
        }

        assertThat(out.toString()).isEmpty();
    }

    @Test
    void isNotWrittenForEveryItem() {
        try (ProgressBar bar = bar(true)) {
            for (int done = 0; done < 1_000; done++) {
                bar.at(done, 1_000);
            }
        }

        assertThat(out.toString().chars().filter(c -> c == '\r').count()).isEqualTo(1);
    }

    private ProgressBar bar(boolean terminal) {
        return new ProgressBar("replay", new PrintWriter(out), terminal, nanos::get);
    }
}
