package io.vigie.bench.press;

import io.vigie.events.ItemId;
import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.processor.watch.Theme;
import io.vigie.processor.watch.ThemeRules;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * French items of a given length about events that never happened, as many as are wanted: the same number, the same item.
 *
 * <p>Every third one tells of the event of the one before it, in other words. One sentence in eight is one that the
 * shipped rules name as none of theirs, and one item in four holds one that they name as theirs: a classifier finds
 * something to think about, but is not fed with matches. People and towns are made up of syllables, of which
 * there are enough for two items to share a name only when they should.
 */
public final class Reports {

    private static final int OUTLETS = 50;
    private static final List<String> BEGINNINGS = List.of(
            "Bel", "Cor", "Dor", "Fal", "Gal", "Hal", "Kar", "Lin", "Mal", "Nav", "Ost", "Per", "Ret", "Sol", "Tur",
            "Vin");
    private static final List<String> MIDDLES = List.of(
            "ab", "and", "ar", "ed", "el", "en", "er", "ib", "il", "im", "in", "ol", "on", "or", "ost", "ub", "un",
            "ur");
    private static final List<String> ENDINGS = List.of(
            "ado", "alis", "ari", "aumont", "berg", "court", "enko", "heim", "inova", "notec", "owice", "strand",
            "uzzi", "ville");
    private static final List<String> SENTENCES = List.of(
            "%s a reçu %s à %s pour parler du calendrier des %d %s.",
            "Selon %1$s, les habitants de %2$s attendent depuis longtemps que %3$s leur rende les %4$d %5$s promis.",
            "La commission présidée par %s a entendu %s, puis s'est rendue à %s où l'on compte désormais %d %s.",
            "« Nous avons commencé par le plus simple », a expliqué %s à %s, devant la mairie de %s et ses %d %s.",
            "Le rapport que %s a remis à %s propose d'ouvrir à %s un centre qui accueillera %d %s dès l'automne.",
            "Interrogée par %s, l'équipe de %s a refusé de dire combien coûteront, à %s, les %d %s annoncés.",
            "À la demande de %s, le tribunal a renvoyé l'affaire de %s à %s, avec les %d %s du dossier.");
    private static final List<String> THINGS = List.of(
            "autobus",
            "bibliothèques",
            "chantiers",
            "classes",
            "forêts",
            "hôpitaux",
            "logements",
            "musées",
            "ponts",
            "trains",
            "turbines",
            "vergers");

    private final int characters;
    private final List<String> themed = new ArrayList<>();
    private final List<String> hardNegatives = new ArrayList<>();

    /**
     * Writes nothing yet.
     *
     * @param characters least length of a body
     */
    public Reports(int characters) {
        this.characters = characters;
        for (Theme theme :
                ThemeRules.parse("shipped", ThemeRules.shipped().yaml()).themes()) {
            Theme.Examples french = theme.examples().get("fr");
            if (french != null) {
                themed.addAll(french.positive());
                hardNegatives.addAll(french.negative());
            }
        }
    }

    /**
     * One of them.
     *
     * @param number from 0
     * @param published date of the item, and when it is said to have been seen
     */
    public PressItem item(int number, Instant published) {
        Random event = new Random(number - number % 3L);
        Random own = new Random(~number);
        String headline = sentence(event);
        URI uri = URI.create("https://outlet-" + number % OUTLETS + ".example/" + number);
        return new PressItem(
                ItemId.of(uri),
                uri,
                PubStatus.USABLE,
                headline.substring(0, headline.length() - 1),
                body(number, event, own),
                List.of(),
                "fr",
                published,
                null,
                new Outlet("outlet-" + number % OUTLETS, "Outlet " + number % OUTLETS, "FR"),
                Map.of(),
                null,
                published);
    }

    private String body(int number, Random event, Random own) {
        StringBuilder body = new StringBuilder();
        if (number % 4 == 0) {
            body.append(any(themed, own)).append(' ');
        }
        for (int i = 0; body.length() < characters; i++) {
            boolean hard = own.nextInt(8) == 0;
            body.append(hard ? any(hardNegatives, own) : sentence(i % 2 == 0 ? event : own))
                    .append(i % 4 == 3 ? '\n' : ' ');
        }
        return body.toString().strip();
    }

    private static String sentence(Random random) {
        return any(SENTENCES, random)
                .formatted(
                        name(random) + " " + name(random),
                        name(random) + " " + name(random),
                        name(random),
                        2 + random.nextInt(900),
                        any(THINGS, random));
    }

    private static String name(Random random) {
        return any(BEGINNINGS, random) + any(MIDDLES, random) + any(MIDDLES, random) + any(ENDINGS, random);
    }

    private static String any(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
