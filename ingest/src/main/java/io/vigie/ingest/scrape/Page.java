package io.vigie.ingest.scrape;

import java.net.URI;

/**
 * What is known of a page when its date and byline are looked for.
 *
 * @param address where it was read
 * @param root index of the element that holds the article
 */
record Page(URI address, PageFacts facts, StructuredArticle structured, Outline outline, String title, int root) {}
