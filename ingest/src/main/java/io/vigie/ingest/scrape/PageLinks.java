package io.vigie.ingest.scrape;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The addresses that a page links to. Few ask for them, and a page may have two thousand: they are made absolute when
 * asked for.
 *
 * @param base what relative ones are relative to
 * @param written as they stand on the page, in page order
 */
public record PageLinks(URI base, List<String> written) {

    public PageLinks {
        written = List.copyOf(written);
    }

    /** Absolute addresses, http(s) only, each once. */
    public List<URI> resolved() {
        Set<URI> links = new LinkedHashSet<>();
        for (String href : written) {
            WrittenAddress.resolve(base, href).ifPresent(links::add);
        }
        return List.copyOf(links);
    }
}
