package io.vigie.ingest.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodedPageTest {

    private static final String FRENCH =
            "<p>Les députés ont adopté le traité à une large majorité, a précisé l'Élysée.</p>";
    private static final String RUSSIAN =
            "<p>Министр обороны провёл переговоры о поставках и совместном производстве.</p>";
    private static final String UKRAINIAN =
            "<p>Міністр оборони провів переговори про постачання та спільне виробництво, її підтримали в ґрунті.</p>";
    private static final String THAI =
            "<p>รัฐมนตรีว่าการกระทรวงกลาโหมกล่าวว่าการเจรจาเรื่องความร่วมมือจะดำเนินต่อไปในสัปดาห์หน้า</p>";
    private static final String JAPANESE = "<p>防衛大臣は本日、装備品の共同開発について会談を行いました。両者は協力を確認した。</p>";

    @Test
    void believesTheByteOrderMarkBeforeTheHeader() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        page.writeBytes(FRENCH.getBytes(StandardCharsets.UTF_8));

        assertThat(EncodedText.decode(page.toByteArray(), "text/html; charset=iso-8859-1"))
                .isEqualTo(FRENCH);
    }

    @Test
    void readsUtf16WithItsMark() {
        assertThat(EncodedText.decode(("\ufeff" + FRENCH).getBytes(StandardCharsets.UTF_16LE), null))
                .isEqualTo(FRENCH);
        assertThat(EncodedText.decode(("\ufeff" + FRENCH).getBytes(StandardCharsets.UTF_16BE), null))
                .isEqualTo(FRENCH);
    }

    @ParameterizedTest
    @CsvSource({"iso-8859-1", "windows-1252", "ISO-8859-15", "'\"latin1\"'"})
    void believesTheHeader(String label) {
        byte[] page = FRENCH.getBytes(Charset.forName("windows-1252"));

        assertThat(EncodedText.decode(page, "text/html; charset=" + label)).isEqualTo(FRENCH);
    }

    @Test
    void believesTheHeaderBeforeTheMeta() {
        String page = "<meta charset=windows-1252>" + RUSSIAN;

        assertThat(EncodedText.decode(page.getBytes(Charset.forName("windows-1251")), "text/html;charset=windows-1251"))
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

        assertThat(EncodedText.decode(page.getBytes(charset), null)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"Shift_JIS", "EUC-JP", "ISO-2022-JP"})
    void detectsJapaneseEncodings(String charset) {
        byte[] page = JAPANESE.repeat(4).getBytes(Charset.forName(charset));

        assertThat(EncodedText.decode(page, null)).isEqualTo(JAPANESE.repeat(4));
    }

    @ParameterizedTest
    @CsvSource({"windows-1251", "KOI8-R", "IBM866", "ISO-8859-5"})
    void detectsRussianEncodings(String charset) {
        assertThat(EncodedText.decode(RUSSIAN.getBytes(Charset.forName(charset)), "text/html"))
                .isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({"windows-1251", "KOI8-U"})
    void detectsUkrainianEncodings(String charset) {
        assertThat(EncodedText.decode(UKRAINIAN.getBytes(Charset.forName(charset)), "text/html"))
                .isEqualTo(UKRAINIAN);
    }

    @ParameterizedTest
    @CsvSource({"x-windows-874", "TIS-620"})
    void detectsThai(String charset) {
        assertThat(EncodedText.decode(THAI.getBytes(Charset.forName(charset)), null))
                .isEqualTo(THAI);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1250 | <p>Minister powiedział, że żołnierze świętują, a sąsiedzi są łaskawi. Źródła pytań były różne.</p>
            ISO-8859-2   | <p>Ministr řekl, že vojáci přijeli včera večer a příští týden odjíždějí zpět domů k rodinám.</p>
            windows-1253 | <p>Ο υπουργός δήλωσε ότι οι συνομιλίες για την άμυνα θα συνεχιστούν την επόμενη εβδομάδα.</p>
            EUC-KR       | <p>국방부 장관은 오늘 회담을 열고 장비 공동 개발을 논의했다고 밝혔다. 양측은 협력을 확인했다.</p>
            Big5         | <p>國防部長今天舉行會談，討論裝備的共同開發。雙方確認了合作，並將於下週繼續會談。</p>
            GB18030      | <p>国防部长今天举行会谈，讨论装备的共同开发。双方确认了合作，并将于下周继续会谈。</p>
            windows-1252 | <p>Der Minister erklärte, die Gespräche über die Rüstung würden nächste Woche fortgeführt.</p>
            """)
    void takesNothingElseForThaiOrCyrillic(String charset, String page) {
        assertThat(EncodedText.decode(page.repeat(3).getBytes(Charset.forName(charset)), null))
                .isEqualTo(page.repeat(3));
    }

    @Test
    void undoesASecondEncoding() {
        String page = "<meta charset=utf-8><p>“It isn’t over,” she said – “not for Żagań, not for Київ.”</p>";
        String twice = new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(EncodedText.decode(twice.getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(page);
    }

    @Test
    void leavesAccentsAloneThatOnlyLookEncodedTwice() {
        String page = "<meta charset=utf-8><p>Â«Ã la carteÂ», wrote the paper in capitals.</p>";

        assertThat(EncodedText.decode(page.getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(page);
    }

    @Test
    void passesOverADeclarationThatTheBytesBreak() {
        assertThat(EncodedText.decode(
                        RUSSIAN.repeat(4).getBytes(Charset.forName("windows-1251")), "text/html; charset=utf-8"))
                .isEqualTo(RUSSIAN.repeat(4));
        assertThat(EncodedText.decode(JAPANESE.getBytes(StandardCharsets.UTF_8), "text/html; charset=shift_jis"))
                .isEqualTo(JAPANESE);
    }

    @Test
    void keepsAPageWithAFewStrayBytesInUtf8() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(("<meta charset=utf-8>" + FRENCH.repeat(60)).getBytes(StandardCharsets.UTF_8));
        page.write(0xE9);

        assertThat(EncodedText.decode(page.toByteArray(), null)).contains("précisé l'Élysée");
    }

    @Test
    void takesUnknownLabelsForNone() {
        assertThat(EncodedText.decode(FRENCH.getBytes(StandardCharsets.UTF_8), "text/html; charset=x-nonsense"))
                .isEqualTo(FRENCH);
    }
}
