package io.vigie.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskIT {

    private static final int ITEMS = 200;

    @TempDir
    private Path folder;

    @Test
    void goesOnWhenTheStateDirectoryHasRoomAgain() throws Exception {
        assumeThat(Path.of("/usr/bin/prlimit")).isExecutable();
        List<String> heard = new ArrayList<>();

        assertThat(Killing.fullDisk(folder, ITEMS, 3, heard::add))
                .isEqualTo(new Reckoning.Result(3 * ITEMS, Set.of(), Set.of(), Set.of()));
        Path disk = folder.resolve("instance-0");
        assertThat(heard)
                .filteredOn(line -> line.contains("Ready["))
                .as("nothing is called ready between the full disk and the stores that are restored")
                .endsWith(
                        "NotReady[why=processor: state directory " + disk + " cannot be written: File too large]",
                        "NotReady[why=processor: stores in " + disk + " are being restored]",
                        "Ready[warnings=[]]");
    }

    /** What a process leaves that is killed while the file that lists a store's others cannot be written. */
    @Test
    void restoresStoresThatCannotBeOpened() throws Exception {
        assertThat(Killing.brokenStores(folder, ITEMS, 3))
                .isEqualTo(new Reckoning.Result(2 * ITEMS, Set.of(), Set.of(), Set.of()));
    }
}
