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
        assertThat(heard)
                .anySatisfy(line -> assertThat(line)
                        .contains("processor: state directory " + folder.resolve("instance-0"))
                        .contains("cannot be written: File too large"));
        assertThat(heard).filteredOn(line -> line.contains("Ready[")).last().isEqualTo("Ready[warnings=[]]");
    }

    /** What a process leaves that is killed while the file that lists a store's others cannot be written. */
    @Test
    void restoresStoresThatCannotBeOpened() throws Exception {
        assertThat(Killing.brokenStores(folder, ITEMS, 3))
                .isEqualTo(new Reckoning.Result(2 * ITEMS, Set.of(), Set.of(), Set.of()));
    }
}
