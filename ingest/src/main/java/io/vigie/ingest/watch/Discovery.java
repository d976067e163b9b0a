package io.vigie.ingest.watch;

import io.vigie.events.ListingHints;
import io.vigie.ingest.discover.Discovered;
import io.vigie.ingest.discover.DocumentReader;
import io.vigie.ingest.fetch.FetchOutcome.Fetched;
import io.vigie.ingest.watch.Found.Entry;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads discovery documents as they were fetched, and keeps of them what can be visited. */
final class Discovery {

    private final DocumentReader documents = new DocumentReader();

    Found read(Fetched fetched, @Nullable ListingHints hints) {
        Discovered discovered = documents.read(fetched.body(), fetched.contentType(), fetched.uri(), hints);
        List<Entry> entries = new ArrayList<>();
        for (io.vigie.ingest.discover.Entry entry : discovered.entries()) {
            URI link = entry.link();
            OffsetDateTime date = entry.date();
            if (link != null) {
                entries.add(new Entry(link, entry.title(), entry.published(), date == null ? null : date.toInstant()));
            }
        }
        return new Found(kind(discovered), entries, discovered.children(), discovered.feeds());
    }

    private static Found.Kind kind(Discovered discovered) {
        Discovered.Kind kind = discovered.kind();
        if (kind == null) {
            return Found.Kind.HTML; // nothing that lists anything
        }
        return switch (kind) {
            case RSS, ATOM, RDF, JSON_FEED -> Found.Kind.FEED;
            case SITEMAP -> Found.Kind.SITEMAP;
            case HTML -> Found.Kind.HTML;
        };
    }
}
