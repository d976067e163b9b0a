package io.vigie.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that never happened.
 *
 * @param theme of those who tell it
 * @param also a second theme, if it has one
 * @param tellings by language
 */
record PressEvent(String theme, @Nullable String also, Map<String, Telling> tellings) {

    /** Headline, sentence, the words in it that count. */
    record Telling(String headline, String sentence, String words) {}

    private static final String DEFENCE = "defence-industry";
    private static final String UKRAINE = "ukraine-support";
    private static final String CHINA = "china-concerns";

    /** All that a {@link PressDay} knows of. */
    static final List<PressEvent> ALL = List.of(
            new PressEvent(
                    DEFENCE,
                    UKRAINE,
                    tellings(
                            "en",
                            "Powder plant to open a year early",
                            "The arms agency signed a contract worth 1.3 billion for propellant charges, half of them"
                                    + " for Ukraine.",
                            "contract worth 1.3 billion",
                            "fr",
                            "La poudrerie ouvrira avec un an d’avance",
                            "L’agence de l’armement a signé un contrat de 1,3 milliard pour des charges propulsives,"
                                    + " dont la moitié pour l’Ukraine.",
                            "contrat de 1,3 milliard",
                            "de",
                            "Pulverfabrik geht ein Jahr früher in Betrieb",
                            "Die Rüstungsagentur unterzeichnete einen Vertrag über 1,3 Milliarden für Treibladungen.",
                            "Rüstungsagentur",
                            "pl",
                            "Fabryka prochu ruszy rok wcześniej",
                            "Agencja uzbrojenia podpisała umowę wartą 1,3 miliarda złotych na ładunki miotające.",
                            "Agencja uzbrojenia")),
            new PressEvent(
                    UKRAINE,
                    null,
                    tellings(
                            "en",
                            "Port city extends housing for Ukrainian families by two years",
                            "The city council voted to keep paying rent for 2,400 people who fled Ukraine.",
                            "fled Ukraine",
                            "ja",
                            "港町、ウクライナ避難民の住宅支援を2年延長",
                            "市議会はウクライナから避難した人々の家賃補助を二年延長することを決めた。",
                            "ウクライナ",
                            "fr",
                            "La ville prolonge de deux ans le logement des familles ukrainiennes",
                            "Le conseil municipal continuera de payer le loyer de 2 400 personnes qui ont fui"
                                    + " l’Ukraine.",
                            "fui l’Ukraine")),
            new PressEvent(
                    CHINA,
                    null,
                    tellings(
                            "en",
                            "A licence to squeeze: how rare metals became a lever",
                            "Beijing is turning its grip on rare metals into a weapon of economic coercion, one"
                                    + " company at a time.",
                            "economic coercion",
                            "de",
                            "Seltene Metalle als Hebel: Peking prüft jede Lieferung einzeln",
                            "Peking nutzt seine Kontrolle über seltene Metalle als Mittel wirtschaftlichen Zwangs.",
                            "wirtschaftlichen Zwangs",
                            "it",
                            "Metalli rari, la leva di Pechino",
                            "Pechino usa il controllo dei metalli rari come strumento di coercizione economica.",
                            "coercizione economica")),
            new PressEvent(
                    CHINA,
                    DEFENCE,
                    tellings(
                            "de",
                            "Ingenieur soll Antriebspläne weitergegeben haben",
                            "Die Bundesanwaltschaft wirft dem Mann vor, einem chinesischen Nachrichtendienst Pläne von"
                                    + " Schiffsantrieben geliefert zu haben.",
                            "chinesischen Nachrichtendienst",
                            "en",
                            "Engineer accused of passing drive plans to Chinese intelligence",
                            "Prosecutors say the man delivered drawings of naval drives to a Chinese intelligence"
                                    + " service.",
                            "Chinese intelligence service")),
            new PressEvent(
                    DEFENCE,
                    null,
                    tellings(
                            "fr",
                            "Douze frégates pour la marine : le chantier embauche",
                            "Le chantier livrera douze frégates à la marine et recrute 900 soudeurs.",
                            "douze frégates",
                            "es",
                            "Doce fragatas para la armada: el astillero contrata",
                            "El astillero entregará doce fragatas a la armada y busca 900 soldadores.",
                            "doce fragatas",
                            "sv",
                            "Tolv fregatter till flottan: varvet anställer",
                            "Varvet ska leverera tolv fregatter till flottan och söker 900 svetsare.",
                            "tolv fregatter")),
            new PressEvent(
                    UKRAINE,
                    DEFENCE,
                    tellings(
                            "en",
                            "Ministers agree on a second year of air-defence deliveries",
                            "The alliance will send Ukraine three further batteries and pay for the missiles together.",
                            "send Ukraine three further batteries",
                            "it",
                            "Difesa aerea, i ministri concordano un secondo anno di consegne",
                            "L’alleanza invierà all’Ucraina altre tre batterie e pagherà insieme i missili.",
                            "invierà all’Ucraina",
                            "pl",
                            "Ministrowie zgodni co do drugiego roku dostaw obrony powietrznej",
                            "Sojusz przekaże Ukrainie trzy kolejne baterie i wspólnie zapłaci za rakiety.",
                            "przekaże Ukrainie")),
            new PressEvent(
                    DEFENCE,
                    null,
                    tellings(
                            "de",
                            "Werft und Gewerkschaft einigen sich auf Schichtmodell für U-Boote",
                            "Für den Bau von sechs U-Booten stellt die Werft auf vier Schichten um.",
                            "sechs U-Booten",
                            "en",
                            "Yard moves to four shifts to build submarines",
                            "The yard will run four shifts to build six submarines by the end of the decade.",
                            "six submarines")),
            new PressEvent(
                    CHINA,
                    null,
                    tellings(
                            "ja",
                            "海底ケーブル敷設船の航路に懸念",
                            "海上保安当局は、中国船が海底ケーブルの上を低速で航行したとして懸念を示した。",
                            "中国船",
                            "en",
                            "Coast guard voices concern over slow passes above sea cables",
                            "The coast guard said a Chinese survey ship had passed over the cables at walking pace.",
                            "Chinese survey ship",
                            "sv",
                            "Kustbevakningen oroad över långsamma passager ovanför sjökablar",
                            "Ett kinesiskt forskningsfartyg passerade kablarna i gångfart, uppger kustbevakningen.",
                            "kinesiskt forskningsfartyg")));

    private static Map<String, Telling> tellings(String... words) {
        Map<String, Telling> tellings = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 4) {
            tellings.put(words[i], new Telling(words[i + 1], words[i + 2], words[i + 3]));
        }
        return tellings;
    }
}
