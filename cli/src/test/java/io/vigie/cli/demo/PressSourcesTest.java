package io.vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.SourceDefinition;
import io.vigie.events.yaml.StrictYaml;
import io.vigie.ingest.Sources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docker/demo/sources.yaml} against the press that {@code vigie press} serves. */
class PressSourcesTest {

    private static final Path FILE = Path.of("..", "docker", "demo", "sources.yaml");

    @Test
    void areThoseThatTheDemonstrationWatches() throws IOException {
        List<SourceDefinition> written = Sources.parse(
                        FILE.toString(), Files.readString(FILE), new StrictYaml(name -> null))
                .sources();
        try (DemoSite site = new DemoSite(DemoPress.load(), Clock.systemUTC())) {
            site.start();
            List<SourceDefinition> served = site.sources();

            assertThat(written)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("url")
                    .isEqualTo(served);
            for (int i = 0; i < written.size(); i++) {
                URI url = new PressAddress("0.0.0.0", "press", 0).uri(8100 + i);
                assertThat(written.get(i).url())
                        .isEqualTo(url.resolve(served.get(i).url().getRawPath()));
            }
        }
    }
}
