package io.vigie.ingest.scrape;

import java.util.List;

/**
 * The article that a page's JSON-LD describes (schema.org {@code Article} and its kinds). Empty strings and lists stand
 * for what it does not say.
 *
 * @param authors names in order; people and organisations
 * @param publisher name of the outlet
 */
record StructuredArticle(
        String headline,
        String body,
        String published,
        String modified,
        List<String> authors,
        String publisher,
        String language,
        String address) {

    static final StructuredArticle NONE = new StructuredArticle("", "", "", "", List.of(), "", "", "");
}
