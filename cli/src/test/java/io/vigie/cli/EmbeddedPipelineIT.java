package io.vigie.cli;

import io.vigie.cli.config.VigieConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on servers in this process; runs everywhere. */
class EmbeddedPipelineIT extends PipelineContract {

    @TempDir
    private static Path data;

    private static @Nullable Servers servers;

    @BeforeAll
    static void start() {
        servers = Servers.open(VigieConfig.embedded(0, 0), data);
    }

    @AfterAll
    static void stop() {
        if (servers != null) {
            servers.close();
        }
    }

    @Override
    Servers servers() {
        return java.util.Objects.requireNonNull(servers);
    }
}
