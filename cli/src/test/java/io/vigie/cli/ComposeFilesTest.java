package io.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.cli.config.ConfigFolder;
import io.vigie.cli.config.VigieConfig;
import io.vigie.events.yaml.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The compose files against the files that they mount and the commands that they start. */
class ComposeFilesTest {

    private static final Path FOLDER = Path.of("..", "docker");
    private static final Pattern NAMED_FILE = Pattern.compile("\\bdocker/([\\w./-]+\\w)");

    /** One service of one file; what the file's YAML merge keys bring is in it. */
    record Service(Path file, String name, Map<String, Object> settings) {

        List<String> list(String key) {
            return settings.get(key) instanceof List<?> list
                    ? list.stream().map(Object::toString).toList()
                    : List.of();
        }

        @Nullable
        String environment(String name) {
            return settings.get("environment") instanceof Map<?, ?> map && map.get(name) != null
                    ? map.get(name).toString()
                    : null;
        }

        /** Folders and files of this project that it mounts. */
        List<String> mounts() {
            return list("volumes").stream()
                    .filter(volume -> volume.startsWith("."))
                    .map(volume -> volume.split(":")[0])
                    .toList();
        }

        @Override
        public String toString() {
            return file.getFileName() + " " + name;
        }
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("compose")).sorted().toList().stream();
        }
    }

    static Stream<Service> services() throws IOException {
        return files().flatMap(ComposeFilesTest::services);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Service> services(Path file) {
        Map<String, Map<String, Map<String, Object>>> document = new Yaml().load(ConfigFolder.readFile(file));
        return Objects.requireNonNull(document.get("services")).entrySet().stream()
                .map(service -> new Service(file, service.getKey(), service.getValue()));
    }

    static Stream<Service> stages() throws IOException {
        return services().filter(service -> service.list("command").contains("--config"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void speaksOfFilesThatExist(Path file) throws IOException {
        List<String> named = NAMED_FILE
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(FOLDER.resolve(name)).exists());
    }

    @ParameterizedTest
    @MethodSource("services")
    void mountsWhatExists(Service service) {
        assertThat(service.mounts())
                .allSatisfy(mount -> assertThat(FOLDER.resolve(mount)).exists());
    }

    @ParameterizedTest
    @MethodSource("stages")
    void startsACommandThatThereIs(Service service) {
        String[] command = service.list("command").toArray(String[]::new);

        assertThat(Vigie.commandLine().parseArgs(command).subcommand()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void carriesAConfigurationThatIsAcceptedInItsEnvironment(Service service) {
        Path folder = FOLDER.resolve(service.mounts().get(0));

        VigieConfig config =
                VigieConfig.load(new ConfigFolder(folder), new StrictYaml(service::environment, file -> null));

        boolean cluster = service.file().getFileName().toString().contains("cluster");
        assertThat(config.kafka().bootstrap()).contains(cluster ? "kafka-3:9092" : "kafka:9092");
        assertThat(config.processor().standbys()).isEqualTo(cluster ? 1 : 0);
    }
}
