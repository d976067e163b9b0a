package io.vigie.desk;

import io.vigie.events.Alert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens the house with the first class of tests that needs it, and closes it after the last. */
final class SharedHouse implements BeforeAllCallback {

    private static final String KEY = "the desk's house";

    /** What the tests share; closed by JUnit with its store. */
    private record Lodging(DeskHouse house, List<Alert> day) implements AutoCloseable {

        static Lodging open() {
            try {
                DeskHouse house = DeskHouse.open(
                        Files.createTempDirectory(Path.of("target").toAbsolutePath(), "house"), 0);
                return new Lodging(house, DeskPreview.fill(house, DeskTesting.ALERTS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            house.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Lodging shared = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedHouse.class))
                .computeIfAbsent(KEY, key -> Lodging.open(), Lodging.class);
        DeskTesting.house = shared.house();
        DeskTesting.day = shared.day();
    }
}
