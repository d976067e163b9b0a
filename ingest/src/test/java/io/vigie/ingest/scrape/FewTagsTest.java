package io.vigie.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewTagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<p>a<p>b<p>c | <p>a<p>b", "<p>a<p>b | <p>a<p>b", "no tag | no tag", "<p>a<p>b<<<<< | <p>a<p>b"})
    void endsBeforeTheFirstTagTooMany(String html, String read) throws IOException {
        assertThat(whole(new FewTags(new StringReader(html), 2))).isEqualTo(read);
        assertThat(oneByOne(new FewTags(new StringReader(html), 2))).isEqualTo(read);
    }

    private static String whole(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
    }

    private static String oneByOne(Reader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            text.append((char) c);
        }
        return text.toString();
    }
}
