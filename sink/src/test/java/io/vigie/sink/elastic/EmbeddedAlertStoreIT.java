package io.vigie.sink.elastic;

import io.vigie.embedded.EmbeddedElasticsearch;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the node that runs inside the process. */
class EmbeddedAlertStoreIT extends AlertStoreContract {

    private static EmbeddedElasticsearch node;

    @BeforeAll
    static void start(@TempDir Path directory) {
        node = EmbeddedElasticsearch.at(directory).port(0).start();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Override
    URI elasticsearch() {
        return node.uri();
    }
}
