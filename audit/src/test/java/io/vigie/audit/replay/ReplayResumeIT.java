package io.vigie.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.audit.report.ReplayReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A replay that was killed goes on. */
class ReplayResumeIT extends ReplayCase {

    /** The child process is {@link ReplayUntilKilled}; it is killed with lines on the disk that no checkpoint knows. */
    @Test
    void aReplayThatWasKilledGoesOnToTheSameReport() throws Exception {
        ReplayResult whole = replay(production(), OTHERS);
        Path expected = files.resolve("whole.html");
        ReplayReport.write(whole, lines().stream(), expected);
        byte[] expectedLines = Files.readAllBytes(verdictFile());
        for (int batches = 1; batches < 6; batches++) {
            Files.deleteIfExists(verdictFile());
            Files.deleteIfExists(files.resolve(ReplayUntilKilled.CHECKPOINT));
            ReplayUntilKilled.inAChildProcess(production(), files, batches);

            AtomicLong first = new AtomicLong(-1);
            ReplayResult resumed = new Replay(
                            production().access(), production().topics(), 2)
                    .run(
                            request(OTHERS),
                            verdictFile(),
                            files.resolve(ReplayUntilKilled.CHECKPOINT),
                            (done, total) -> first.compareAndSet(-1, done),
                            ReplayedAlerts.NONE);

            Path report = files.resolve("resumed.html");
            ReplayReport.write(resumed, lines().stream(), report);
            assertThat(verdictFile()).hasBinaryContent(expectedLines);
            assertThat(report).hasSameBinaryContentAs(expected);
        }
    }
}
