package io.vigie.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageCharsetTest {

    private static final String FRENCH =
            "<p>Les députés ont adopté le traité à une large majorité, a précisé l'Élysée.</p>";
    private static final String RUSSIAN =
            "<p>Министр обороны провёл переговоры о поставках и совместном производстве.</p>";
    private static final String JAPANESE = "<p>防衛大臣は本日、装備品の共同開発について会談を行いました。両者は協力を確認した。</p>";

    @Test
    void believesTheByteOrderMarkBeforeTheHeader() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        page.writeBytes(FRENCH.getBytes(StandardCharsets.UTF_8));

        assertThat(PageCharset.decode(page.toByteArray(), "text/html; charset=iso-8859-1"))
                .isEqualTo(FRENCH);
    }

    @Test
    void readsUtf16WithItsMark() {
        assertThat(PageCharset.decode(("\ufeff" + FRENCH).getBytes(StandardCharsets.UTF_16LE), null))
                .isEqualTo(FRENCH);
        assertThat(PageCharset.decode(("\ufeff" + FRENCH).getBytes(StandardCharsets.UTF_16BE), null))
                .isEqualTo(FRENCH);
    }

    @ParameterizedTest
    @CsvSource({"iso-8859-1", "windows-1252", "ISO-8859-15", "'\"latin1\"'"})
    void believesTheHeader(String label) {
        byte[] page = FRENCH.getBytes(Charset.forName("windows-1252"));

        assertThat(PageCharset.decode(page, "text/html; charset=" + label)).isEqualTo(FRENCH);
    }

    @Test
    void believesTheHeaderBeforeTheMeta() {
        String page = "<meta charset=windows-1252>" + RUSSIAN;

        assertThat(PageCharset.decode(page.getBytes(Charset.forName("windows-1251")), "text/html;charset=windows-1251"))
                .isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <meta charset="koi8-r">                                                   | KOI8-R
            <META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'> | windows-1251
            <?xml version="1.0" encoding="windows-1251"?>                              | windows-1251
            """)
    void believesTheMeta(String declaration, Charset charset) {
        String page = declaration + RUSSIAN;

        assertThat(PageCharset.decode(page.getBytes(charset), null)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"Shift_JIS", "EUC-JP", "ISO-2022-JP"})
    void detectsJapaneseEncodings(String charset) {
        byte[] page = JAPANESE.repeat(4).getBytes(Charset.forName(charset));

        assertThat(PageCharset.decode(page, null)).isEqualTo(JAPANESE.repeat(4));
    }

    @Test
    void detectsCyrillic() {
        byte[] page = RUSSIAN.repeat(4).getBytes(Charset.forName("windows-1251"));

        assertThat(PageCharset.decode(page, "text/html")).isEqualTo(RUSSIAN.repeat(4));
    }

    @Test
    void passesOverADeclarationThatTheBytesBreak() {
        assertThat(PageCharset.decode(
                        RUSSIAN.repeat(4).getBytes(Charset.forName("windows-1251")), "text/html; charset=utf-8"))
                .isEqualTo(RUSSIAN.repeat(4));
        assertThat(PageCharset.decode(JAPANESE.getBytes(StandardCharsets.UTF_8), "text/html; charset=shift_jis"))
                .isEqualTo(JAPANESE);
    }

    @Test
    void keepsAPageWithAFewStrayBytesInUtf8() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(("<meta charset=utf-8>" + FRENCH.repeat(60)).getBytes(StandardCharsets.UTF_8));
        page.write(0xE9);

        assertThat(PageCharset.decode(page.toByteArray(), null)).contains("précisé l'Élysée");
    }

    @Test
    void takesUnknownLabelsForNone() {
        assertThat(PageCharset.decode(FRENCH.getBytes(StandardCharsets.UTF_8), "text/html; charset=x-nonsense"))
                .isEqualTo(FRENCH);
    }
}
