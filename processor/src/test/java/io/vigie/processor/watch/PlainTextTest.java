package io.vigie.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "fr, l’industrie, l'industrie",
                "fr, OTAN‑Japon, OTAN-Japon",
                "en, costs S$400 or $400, costs S_400 or $400",
                "ja, Ｆ－３５戦闘機, F-35戦闘機",
                "zh, 對台軍售與飛彈, 对台军售与飞弹",
                "ja, 對台軍售, 對台軍售",
            })
    void changesCharactersOneForOne(String language, String text, String plain) {
        assertThat(PlainText.of(text, language)).isEqualTo(plain).hasSameSizeAs(text);
    }
}
