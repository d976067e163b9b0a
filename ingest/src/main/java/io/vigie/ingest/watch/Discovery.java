package io.vigie.ingest.watch;

import io.vigie.events.ListingHints;
import io.vigie.ingest.discover.Discovered;
import io.vigie.ingest.discover.DocumentReader;
import io.vigie.ingest.fetch.FetchOutcome.Fetched;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads discovery documents. One that defeats its reader is like one that is none. */
final class Discovery {

    private static final Logger log = LoggerFactory.getLogger(Discovery.class);

    private final DocumentReader reader = new DocumentReader();

    /** Empty when the document is neither a feed nor a sitemap nor a page. */
    Optional<Discovered> read(Fetched fetched, @Nullable ListingHints hints) {
        try {
            Discovered found = reader.read(fetched.body(), fetched.contentType(), fetched.uri(), hints);
            return found.kind() == null ? Optional.empty() : Optional.of(found);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.atError().addKeyValue("uri", fetched.uri()).setCause(e).log("document defeats its reader");
            return Optional.empty();
        }
    }
}
