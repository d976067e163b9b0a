package io.vigie.cli.config;

import io.vigie.events.yaml.ConfigurationException;
import io.vigie.events.yaml.StrictYaml;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder given by {@code --config}. */
public final class ConfigFolder {

    private final Path folder;

    public ConfigFolder(Path folder) {
        this.folder = folder;
    }

    /** A reader of configuration that takes placeholders from this process's environment and this machine's files. */
    public static StrictYaml yaml() {
        return new StrictYaml(System::getenv, ConfigFolder::textOrNull);
    }

    private static @Nullable String textOrNull(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** Where a file of the folder stands, for messages. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Text of one file, UTF-8.
     *
     * @return empty when the folder has no such file
     * @throws ConfigurationException when the folder is missing or the file cannot be read
     */
    public Optional<String> read(String name) {
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(folder + ": no such folder; make it, or name another with --config");
        }
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(readFile(file));
    }

    /**
     * Text of a file, UTF-8.
     *
     * @throws ConfigurationException when it cannot be read
     */
    public static String readFile(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file + ": is not UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new ConfigurationException(file + ": cannot be read; check that it exists and its permissions", e);
        }
    }
}
