package io.vigie.bench.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short storm: every process killed once, the broker and the index away and the disks of the index and of a processor
 * full for a while, poison on every topic.
 */
class StormIT {

    private static final StormPlan SHORT =
            new StormPlan(7, 600, 10, 1, Duration.ofSeconds(60), 1, Duration.ofSeconds(10));

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingComesTwice() throws Exception {
        Storm.Outcome outcome = new Storm(SHORT, folder, System.err::println).run();

        assertThat(outcome.troubles()).isEmpty();
        assertThat(outcome.account())
                .allSatisfy(line -> assertThat(line).as(line.what()).matches(Reckoning.Line::isRight, "is right"));
        assertThat(outcome.tallies().get("processes killed")).isEqualTo(5);
    }
}
