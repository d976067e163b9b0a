package io.vigie.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentReaderTest {

    private final DocumentReader reader = new DocumentReader();

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsWhatTheDocumentMeans(DocumentCase document) {
        Discovered discovered = reader.read(
                document.document().getBytes(StandardCharsets.UTF_8), document.contentType(), document.address(), null);

        assertThat(DocumentCase.lines(discovered)).isEqualTo(document.expected());
    }

    static Stream<DocumentCase> cases() throws IOException {
        Stream.Builder<DocumentCase> cases = Stream.builder();
        for (String file :
                new String[] {"rss.cases", "atom.cases", "broken.cases", "sitemap.cases", "json.cases", "listing.cases"
                }) {
            DocumentCase.of(file).forEach(cases);
        }
        return cases.build();
    }
}
