package io.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.yaml.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTokenTest {

    @TempDir
    private Path folder;

    @Test
    void isMadeOnceAndKept() {
        String first = DeskToken.keptIn(folder.resolve("data"));

        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        assertThat(DeskToken.keptIn(folder.resolve("data"))).isEqualTo(first);
        assertThat(DeskToken.keptIn(folder.resolve("other"))).isNotEqualTo(first);
    }

    @Test
    void isReadableByItsAccountOnly() throws IOException {
        DeskToken.keptIn(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(DeskToken.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhereItCannotBeKept() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "not a folder");

        assertThatThrownBy(() -> DeskToken.keptIn(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set desk.token");
    }
}
