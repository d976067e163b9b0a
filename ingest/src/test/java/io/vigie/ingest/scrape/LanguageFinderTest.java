package io.vigie.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageFinderTest {

    private static final String NOTHING_TO_TELL_BY = "KC-130J, F-35, MQ-9";

    private final LanguageFinder languages = new LanguageFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The ministers agreed on Thursday to speed up deliveries of air defence systems and to meet again in June.
            fr | Les ministres ont décidé jeudi d'accélérer les livraisons de systèmes de défense et de se revoir en juin.
            de | Die Minister haben am Donnerstag beschlossen, die Lieferung von Flugabwehrsystemen zu beschleunigen.
            es | Los ministros acordaron el jueves acelerar las entregas de sistemas de defensa aérea y reunirse en junio.
            it | I ministri hanno deciso giovedì di accelerare le consegne dei sistemi di difesa aerea e di rivedersi a giugno.
            pt | Os ministros decidiram na quinta-feira acelerar as entregas de sistemas de defesa aérea e voltar a reunir-se.
            nl | De ministers hebben donderdag besloten de levering van luchtafweersystemen te versnellen en elkaar weer te zien.
            pl | Ministrowie postanowili w czwartek przyspieszyć dostawy systemów obrony powietrznej i spotkać się w czerwcu.
            uk | Міністри в четвер вирішили прискорити постачання систем протиповітряної оборони та зустрітися знову в червні.
            ru | Министры в четверг решили ускорить поставки систем противовоздушной обороны и вновь встретиться в июне.
            cs | Ministři se ve čtvrtek dohodli, že urychlí dodávky systémů protivzdušné obrany a že se znovu sejdou v červnu.
            tr | Bakanlar perşembe günü hava savunma sistemlerinin teslimatını hızlandırmaya ve haziranda buluşmaya karar verdi.
            ja | 両大臣は木曜日、防空システムの引き渡しを早めることで合意し、六月に再び会うことを決めた。
            zh | 两国部长星期四同意加快交付防空系统，并决定六月再次会面，讨论联合生产的问题。
            ko | 양국 장관은 목요일 방공 체계 인도를 앞당기기로 합의하고 6월에 다시 만나기로 했다.
            el | Οι υπουργοί αποφάσισαν την Πέμπτη να επιταχύνουν τις παραδόσεις συστημάτων αεράμυνας και να ξανασυναντηθούν.
            ar | اتفق الوزراء يوم الخميس على تسريع تسليم أنظمة الدفاع الجوي وعلى الاجتماع مرة أخرى في شهر يونيو المقبل.
            """)
    void tellsTheLanguageOfATextWhateverIsDeclared(String language, String text) {
        assertThat(languages.find(List.of(), text)).contains(language);
        assertThat(languages.find(List.of("xx", language), text)).contains(language);
        assertThat(languages.find(List.of(language.equals("en") ? "fr" : "en"), text))
                .contains(language);
    }

    @ParameterizedTest
    @CsvSource({"fr-BE, fr", "en_US, en", "PT-br, pt", "jp, ja", "ua, uk", "zh-Hant-TW, zh"})
    void keepsTheDeclaredLanguageWhenTheTextTellsNothing(String declared, String language) {
        assertThat(languages.find(List.of("", declared), NOTHING_TO_TELL_BY)).contains(language);
    }

    @ParameterizedTest
    @CsvSource({"''", "und", "english-language"})
    void saysNothingWhenNothingIsKnown(String declared) {
        assertThat(languages.find(List.of(declared), NOTHING_TO_TELL_BY)).isEmpty();
    }
}
