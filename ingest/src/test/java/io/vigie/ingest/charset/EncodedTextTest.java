package io.vigie.ingest.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTextTest {

    @ParameterizedTest(name = "{0}: written in {1}, declared {2}, said to be {3}")
    @CsvFileSource(resources = "documents.csv", delimiter = ';', numLinesToSkip = 1)
    void readsWhatWasWritten(
            String what, String written, @Nullable String declared, @Nullable String contentType, String text)
            throws IOException {
        String document = (declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>")
                + "<rss><title>" + text + "</title></rss>";

        assertThat(read(document.getBytes(Charset.forName(written)), contentType))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void believesAByteOrderMarkBeforeAnythingElse(String charset) throws IOException {
        String document = "<?xml version='1.0' encoding='koi8-r'?><rss>Київ</rss>";
        byte[] marked = ("\ufeff" + document).getBytes(Charset.forName(charset));

        assertThat(read(marked, "text/xml; charset=iso-8859-1").replace("\ufeff", ""))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE", "IBM037", "IBM500"})
    void recognisesWideCharactersAndEbcdicWithoutAMark(String charset) throws IOException {
        String document = "<?xml version='1.0' encoding='" + charset + "'?><rss>Café</rss>";

        assertThat(read(document.getBytes(Charset.forName(charset)), null)).isEqualTo(document);
    }

    @Test
    void readsStrayBytesInUtf8AsWindows1252() throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.writeBytes("<?xml version='1.0' encoding='utf-8'?><rss>été – ".getBytes(StandardCharsets.UTF_8));
        document.write(0x93);
        document.writeBytes("ça".getBytes(StandardCharsets.UTF_8));
        document.write(0x94);
        document.write(0xe9);
        document.writeBytes("</rss>".getBytes(StandardCharsets.UTF_8));

        assertThat(read(document.toByteArray(), null)).endsWith("<rss>été – “ça”é</rss>");
    }

    @Test
    void readsACharacterAcrossTheEndOfABuffer() throws IOException {
        String document = "<rss>" + "a".repeat(16 * 1024 - 6) + "€".repeat(20_000) + "</rss>";

        assertThat(read(document.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(document);
    }

    @Test
    void keepsTheWholeCharactersOfADocumentThatBreaksOff() throws IOException {
        byte[] whole = "<rss>Київ".getBytes(StandardCharsets.UTF_8);

        assertThat(read(java.util.Arrays.copyOf(whole, whole.length - 1), null)).startsWith("<rss>Киї");
    }

    private static String read(byte[] document, @Nullable String contentType) throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = EncodedText.open(new ByteArrayInputStream(document), contentType)) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
