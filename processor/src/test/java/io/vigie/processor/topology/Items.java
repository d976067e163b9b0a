package io.vigie.processor.topology;

import io.vigie.events.Outlet;
import io.vigie.events.PressItem;
import io.vigie.events.PubStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Press items for tests. */
final class Items {

    static final Instant PUBLISHED = Instant.parse("2025-04-09T10:00:00Z");

    private Items() {}

    static PressItem of(String id, String language, String headline, String body) {
        return of(id, language, PUBLISHED, headline, body, Map.of());
    }

    static PressItem at(String id, Instant published, String headline, String body) {
        return of(id, "en", published, headline, body, Map.of());
    }

    static PressItem of(
            String id, String language, Instant published, String headline, String body, Map<String, URI> editions) {
        return new PressItem(
                id,
                URI.create("https://" + language + ".example/" + id),
                PubStatus.USABLE,
                headline,
                body,
                List.of(),
                language,
                published,
                null,
                new Outlet("outlet-" + language, "Outlet", language.equals("fr") ? "FR" : "INT"),
                editions,
                "ab12",
                published.plusSeconds(2));
    }
}
