package io.vigie.bench.press;

import java.util.List;
import java.util.Random;

/** A language that the press writes in: sentences with blanks, filled at random. */
enum Tongue {
    ENGLISH(
            "en",
            List.of(
                    "Statement number %d of the spokesperson after the talks in %s",
                    "Communiqué %d: the minister receives her counterpart from %s"),
            List.of(
                    "In bulletin %d the press office summed up a long day of meetings in %s and thanked the hosts.",
                    "The office published note %d on Tuesday evening, after the delegation had left %s."),
            List.of(
                    "The government will deliver %d further air defence missiles to Ukraine before the end of winter, the minister said in %s.",
                    "The two ministries signed a contract worth %d million euros for artillery shells to be built at the arsenal in %s.",
                    "The ministers voiced serious concern over China's coercion in the South China Sea, where %d coast guard ships had gathered off %s."),
            List.of(
                    "The garden of the residence in %s counts %d kinds of roses, which visitors may see in June.",
                    "The choir of %s sang %d songs, and the audience asked for another.",
                    "The railway museum of %s reopens with %d restored carriages.")),
    FRENCH(
            "fr",
            List.of(
                    "Déclaration numéro %d de la porte-parole après les entretiens de %s",
                    "Communiqué %d : la ministre reçoit son homologue de %s"),
            List.of(
                    "Dans son bulletin %d, le service de presse résume une longue journée de rencontres à %s et remercie ses hôtes.",
                    "La note %d a été publiée mardi soir, après le départ de la délégation pour %s."),
            List.of(
                    "Le gouvernement livrera %d missiles de défense aérienne supplémentaires à l'Ukraine avant la fin de l'hiver, a annoncé la ministre à %s.",
                    "Les deux ministères ont signé un contrat de %d millions d'euros pour des obus d'artillerie qui seront produits à l'arsenal de %s.",
                    "Les ministres se sont dits gravement préoccupés par la coercition exercée par la Chine en mer de Chine méridionale, où %d navires de garde-côtes étaient rassemblés au large de %s."),
            List.of(
                    "Le jardin de la résidence de %s compte %d variétés de roses, que le public peut voir en juin.",
                    "La chorale de %s a chanté %d chansons, et la salle en a redemandé une.",
                    "Le musée du chemin de fer de %s rouvre avec %d voitures restaurées.")),
    GERMAN(
            "de",
            List.of(
                    "Erklärung Nummer %d der Sprecherin nach den Gesprächen in %s",
                    "Mitteilung %d: Die Ministerin empfängt ihren Kollegen aus %s"),
            List.of(
                    "In Bulletin %d fasst die Pressestelle einen langen Tag voller Treffen in %s zusammen und dankt den Gastgebern.",
                    "Vermerk %d erschien am Dienstagabend, nachdem die Delegation %s verlassen hatte."),
            List.of(
                    "Die Regierung liefert der Ukraine vor Ende des Winters %d weitere Flugabwehrraketen, sagte die Ministerin in %s.",
                    "Die beiden Ministerien unterzeichneten einen Vertrag über %d Millionen Euro für Artilleriegranaten, die im Werk in %s gebaut werden.",
                    "Die Minister zeigten sich tief besorgt über das Vorgehen Chinas im Südchinesischen Meer, wo sich %d Schiffe der Küstenwache vor %s sammelten."),
            List.of(
                    "Der Garten der Residenz in %s zählt %d Rosensorten, die im Juni zu sehen sind.",
                    "Der Chor von %s sang %d Lieder, und der Saal wollte noch eines.",
                    "Das Eisenbahnmuseum von %s öffnet wieder mit %d restaurierten Wagen."));

    private static final List<String> TOWNS = List.of(
            "Aldmoor",
            "Brisville",
            "Castelno",
            "Dornheim",
            "Estrava",
            "Felgrund",
            "Grimsey",
            "Halvorsund",
            "Istrena",
            "Jarnvik",
            "Kestrel",
            "Lindqvist",
            "Montclair",
            "Norvalt",
            "Ostrava Dolna",
            "Pellworm");

    private final String language;
    private final List<String> headlines;
    private final List<String> openings;
    private final List<String> themed;
    private final List<String> plain;

    Tongue(String language, List<String> headlines, List<String> openings, List<String> themed, List<String> plain) {
        this.language = language;
        this.headlines = headlines;
        this.openings = openings;
        this.themed = themed;
        this.plain = plain;
    }

    String language() {
        return language;
    }

    String headline(Random random, int number) {
        return any(headlines, random).formatted(number, any(TOWNS, random));
    }

    String opening(Random random, int number) {
        return any(openings, random).formatted(number, any(TOWNS, random));
    }

    String themed(Random random) {
        return any(themed, random).formatted(20 + random.nextInt(900), any(TOWNS, random));
    }

    String plain(Random random) {
        return any(plain, random).formatted(any(TOWNS, random), 3 + random.nextInt(400));
    }

    private static String any(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
