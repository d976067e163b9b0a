package io.vigie.processor;

import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import io.vigie.events.Sha256;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A press that writes as much as is wanted: reports of made-up events, one in four with a theme. The same seed, the same press. */
final class Press {

    private static final String[] BEGINNINGS = {
        "Mal", "Tur", "Ost", "Nav", "Per", "Sol", "Kar", "Bel", "Dor", "Vin", "Hal", "Ret", "Gal", "Mor", "Zel", "Pod"
    };
    private static final String[] ENDINGS = {
        "inova", "kamp", "heim", "alis", "notec", "strand", "owice", "berg", "ado", "minsk", "enko", "ari", "uzzi",
        "ford"
    };
    private static final String[] VERBS = {
        "signed a contract with", "met", "inspected the yard of", "criticised", "thanked", "visited", "fined", "sued"
    };
    private static final String[] THINGS = {
        "frigates",
        "radars",
        "ferries",
        "bridges",
        "trams",
        "howitzers",
        "turbines",
        "hospitals",
        "trains",
        "satellites"
    };

    private final Random random;

    Press(long seed) {
        this.random = new Random(seed);
    }

    /** About a hundred and fifty words. Every third item reports the event of the one before it. */
    PressItem item(int number, Instant at) {
        Random event = new Random(number - number % 3L);
        String who = name(event);
        String where = name(event);
        String thing = THINGS[event.nextInt(THINGS.length)];
        int figure = 2 + event.nextInt(900);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            Random says = i < 5 ? event : random;
            body.append(who)
                    .append(' ')
                    .append(VERBS[says.nextInt(VERBS.length)])
                    .append(' ')
                    .append(name(says))
                    .append(" in ")
                    .append(where)
                    .append(" over ")
                    .append(figure + i * says.nextInt(9))
                    .append(' ')
                    .append(THINGS[says.nextInt(THINGS.length)])
                    .append(i % 4 == 3 ? ".\n" : ". ");
        }
        String headline = who + " orders " + figure + " " + thing + " in " + where + (number % 4 == 0 ? ", arms" : "");
        URI uri = URI.create("https://outlet-" + number % 50 + ".example/" + number);
        return new PressItem(
                Sha256.hex(uri.toString()).substring(0, 32),
                uri,
                PubStatus.USABLE,
                headline,
                body.toString(),
                List.of(),
                "en",
                at,
                null,
                new Outlet("outlet-" + number % 50, "Outlet", "FR"),
                Map.of(),
                null,
                at);
    }

    private static String name(Random random) {
        return BEGINNINGS[random.nextInt(BEGINNINGS.length)] + ENDINGS[random.nextInt(ENDINGS.length)];
    }
}
