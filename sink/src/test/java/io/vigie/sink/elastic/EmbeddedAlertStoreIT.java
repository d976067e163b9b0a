package io.vigie.sink.elastic;

import io.vigie.embedded.EmbeddedElasticsearch;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What a store of alerts promises, kept by the node that runs inside the process. */
class EmbeddedAlertStoreIT {

    private static EmbeddedElasticsearch node;

    @BeforeAll
    static void start(@TempDir Path directory) {
        node = EmbeddedElasticsearch.at(directory).port(0).start();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    /** To whoever writes. */
    @Nested
    class Writing extends AlertStoreContract {

        @Override
        URI elasticsearch() {
            return node.uri();
        }
    }

    /** To whoever reads. */
    @Nested
    class Reading extends AlertReaderContract {

        @Override
        URI elasticsearch() {
            return node.uri();
        }
    }

    /** To whoever asks what was known then. */
    @Nested
    class AsOf extends AlertAsOfContract {

        @Override
        URI elasticsearch() {
            return node.uri();
        }
    }
}
