package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScratchDirectoryTest {

    @Test
    void leavesNothingBehind() throws IOException {
        Path deep;
        ScratchDirectory scratch = ScratchDirectory.create("scratch");
        try (scratch) {
            deep = Files.createDirectories(scratch.path().resolve("a/b/c"));
            Files.writeString(deep.resolve("file"), "content");
            assertThat(deep).isNotEmptyDirectory();
        }
        assertThat(scratch.path()).doesNotExist();
    }
}
