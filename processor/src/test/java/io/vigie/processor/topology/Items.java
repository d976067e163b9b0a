package io.vigie.processor.topology;

import io.vigie.events.ItemId;
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

    /** A text on a page of its own, which names no other edition. */
    static PressItem page(String uri, String language, String headline, String body) {
        return of(ItemId.of(URI.create(uri)), URI.create(uri), language, PUBLISHED, headline, body, Map.of());
    }

    static PressItem of(
            String id, String language, Instant published, String headline, String body, Map<String, URI> editions) {
        URI uri = URI.create("https://" + language + ".example/" + id);
        return of(id, uri, language, published, headline, body, editions);
    }

    private static PressItem of(
            String id,
            URI uri,
            String language,
            Instant published,
            String headline,
            String body,
            Map<String, URI> editions) {
        return new PressItem(
                id,
                uri,
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
