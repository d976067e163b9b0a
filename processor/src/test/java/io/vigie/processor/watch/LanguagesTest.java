package io.vigie.processor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    private final Languages languages = Languages.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Istanbul : Russes et Ukrainiens se quittent sans accord | Ils ont parlé deux heures dans un palais.",
                "en | Kyiv and Riyadh sign a memorandum | The two ministers met for an hour on the island of Samui.",
                "de | VW baut in Hefei ein Auto | Die Wagen sind nur für den Markt in Asien bestimmt.",
                "es | Navantia bota la Bonifaz en Ferrol | La entrega a la Armada está prevista para el año próximo.",
                "it | Leonardo e Rheinmetall, nasce la società | La sede sarà a Roma, la produzione a La Spezia.",
                "pl | Huta Stalowa Wola dostarczyła Kraby | Do brygady trafiło osiem dział, jak podał resort.",
                "pt | Lisboa compra mais um KC-390 | O ministro assinou o contrato em Beja, e o avião chega depois.",
                "nl | Defensie bestelt honderd Boxers | De voertuigen komen uit Duitsland en kosten veel geld.",
                "uk | Туреччина випробувала Kizilelma | Це перший такий пуск, і він був успішним, кажуть у компанії.",
                "ru | Турция испытала Kizilelma | Это был первый пуск, и он прошёл успешно, как сообщили в компании.",
                "ja | 尖閣周辺で海警船4隻 | 中国の船が領海に入り、漁船に近づいた。",
                "zh | 美國批准對台軍售 | 總額約三億三千萬美元，包括火箭系統。",
                "ko | 한화, 폴란드와 수출 계약 | 계약 규모는 약 2조 원이며 현지에서 생산한다.",
            })
    void foreignNamesDoNotLeadAstray(String language, String headline, String body) {
        assertThat(languages.of(null, headline, body)).isEqualTo(language);
    }

    @Test
    void aHeadlineWithoutCommonWordsIsJudgedByItsLetters() {
        assertThat(languages.of(null, "Verteidigungsministerium bestellt Luftabwehrraketen", ""))
                .isEqualTo("de");
    }

    @Test
    void whatIsStatedCounts() {
        assertThat(languages.of("fr-BE", "The quick brown fox", "")).isEqualTo("fr");
        assertThat(languages.of("zh_TW", "", "")).isEqualTo("zh");
    }
}
