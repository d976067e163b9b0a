package io.vigie.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.events.yaml.ConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * A token for the desk that nobody had to think of: made at the first start, kept in the data folder, the same at every
 * later start, readable by the account that runs the desk and by nobody else.
 */
final class DeskToken {

    static final String FILE = "desk-token";

    private static final int BYTES = 32;

    private DeskToken() {}

    /**
     * Reads the folder's token, after making it when there is none.
     *
     * @throws ConfigurationException when the folder lets neither be done
     */
    static String keptIn(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            make(file);
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConfigurationException(
                    file + ": the desk's token cannot be kept there; let this account write it, or set desk.token", e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        FileAttribute<?> owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (ByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            channel.write(ByteBuffer.wrap(
                    (Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n").getBytes(UTF_8)));
        } catch (FileAlreadyExistsException e) {
            // That of an earlier start stays.
        }
    }
}
