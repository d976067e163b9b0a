package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void makesWhatIsMissing() {
        try (DataDirectory owned = DataDirectory.own(folder.resolve("a/b"))) {
            assertThat(owned.resolve("log").getParent()).isDirectory();
        }
    }

    @Test
    void belongsToOneOwnerAtATime() {
        DataDirectory first = DataDirectory.own(folder);
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> DataDirectory.own(folder))
                .withMessage("directory %s is in use by another vigie; stop that one or choose another data directory"
                        .formatted(folder));

        first.close();

        DataDirectory.own(folder).close();
    }

    @Test
    void belongsToOneProcessAtATime() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process other = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Owner.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("owned");

            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> DataDirectory.own(folder))
                    .withMessageContaining("is in use by another vigie");
        } finally {
            other.destroyForcibly().waitFor();
        }

        DataDirectory.own(folder).close();
    }

    @Test
    void refusesAFileInTheWay() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> DataDirectory.own(file))
                .withMessage(
                        "directory %s cannot be written (%s is a file); change its owner or choose another data directory"
                                .formatted(file, file));
    }

    @Test
    void refusesADirectoryWithoutPermission() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("root may write everywhere")
                .isNotEqualTo("root");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> DataDirectory.own(folder.resolve("data")))
                .withMessageContaining("cannot be written (permission denied)");
    }

    /** Another process: takes the directory, says so, and holds it until it is killed. */
    static final class Owner {

        public static void main(String[] arguments) throws IOException {
            DataDirectory.own(Path.of(arguments[0]));
            System.out.println("owned");
            int end = System.in.read();
            System.exit(end);
        }
    }
}
