package io.vigie.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.events.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDiskTest {

    private static final Throwable OF_A_STORE = new StreamsException(new ProcessorStateException("cannot be flushed"));

    @TempDir
    private Path folder;

    @Test
    void isReadyOnlyWhenTheStoresAreBack() {
        StateDisk disk = new StateDisk(folder);
        assertThat(disk.check()).isEqualTo(Readiness.ready());

        disk.awaitRoom(OF_A_STORE);
        assertThat(disk.check()).isEqualTo(restoring(folder));

        disk.restored();
        assertThat(disk.check()).isEqualTo(Readiness.ready());
    }

    @Test
    void aThreadThatIsHeldKeepsItFromBeingReady() throws IOException, InterruptedException {
        Path taken = Files.createFile(folder.resolve("state"));
        StateDisk disk = new StateDisk(taken);
        Thread held = new Thread(() -> disk.awaitRoom(OF_A_STORE));
        held.start();
        await().until(() -> why(disk).contains("cannot be written"));

        disk.restored(); // the other threads
        assertThat(why(disk)).contains("cannot be written");

        Files.delete(taken);
        held.join();
        assertThat(disk.check()).isEqualTo(restoring(taken));
        disk.restored();
        assertThat(disk.check()).isEqualTo(Readiness.ready());
    }

    @Test
    void takesNoNoticeOfOtherFailures() {
        StateDisk disk = new StateDisk(folder);
        disk.awaitRoom(new IllegalStateException("a rule"));
        assertThat(disk.check()).isEqualTo(Readiness.ready());
    }

    private static Readiness restoring(Path directory) {
        return Readiness.notReady("processor: stores in " + directory + " are being restored");
    }

    private static String why(StateDisk disk) {
        return disk.check() instanceof Readiness.NotReady not ? not.why() : "";
    }
}
