package io.vigie.bench.storm;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * One item of the storm's press.
 *
 * @param source index of its site
 * @param number in the order of publication, from 0, over all sites
 * @param language BCP 47
 * @param headline plain text
 * @param paragraphs plain text
 * @param dateline as its page states it, which may be nonsense; see {@link StormPress}
 */
record StormItem(int source, int number, String language, String headline, List<String> paragraphs, Instant dateline) {

    StormItem {
        paragraphs = List.copyOf(paragraphs);
    }

    String path() {
        return "/" + language + "/releases/" + number;
    }

    URI address(URI site) {
        return site.resolve(path());
    }

    /** As the scraper should read it. */
    String body() {
        return String.join("\n", paragraphs);
    }
}
