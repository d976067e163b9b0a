package io.vigie.ingest.scrape;

import java.util.List;

/**
 * The article that a page's JSON-LD describes (schema.org {@code Article} and its kinds). Empty strings and lists stand
 * for what it does not say.
 *
 * @param authors in order; people and organisations
 * @param publisher name of the outlet
 */
record StructuredArticle(
        String headline,
        String body,
        String published,
        String modified,
        List<Author> authors,
        String publisher,
        String language,
        String address) {

    /**
     * Somebody who signed.
     *
     * @param name as written, perhaps several names in one
     * @param organisation whether it is declared as one
     */
    record Author(String name, boolean organisation) {}

    static final StructuredArticle NONE = new StructuredArticle("", "", "", "", List.of(), "", "", "");
}
