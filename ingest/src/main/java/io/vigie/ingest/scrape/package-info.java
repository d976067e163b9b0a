/**
 * From the bytes of a page to what it says: headline, body, dates, byline, language, canonical address.
 *
 * <p>{@link io.vigie.ingest.scrape.Scraper} is the way in. A page is decoded ({@link
 * io.vigie.ingest.charset.EncodedText}) and parsed once. One
 * walk over the parsed tree ({@code OutlineBuilder}) makes an {@code Outline}, the page as flat tables of elements and
 * text blocks, and {@code PageFacts}, what the page declares about itself; no later step touches the tree again. Then
 * each finder answers one question: {@code HeadlineFinder}, {@code BodyExtractor}, {@code DateFinder}, {@code
 * BylineFinder}, {@code LanguageFinder}, {@code CanonicalUrl}.
 *
 * <p>The body is found in four steps. {@code Masses} weighs the prose of each block. {@code Clearance} takes out what
 * names itself as menu, teaser, notice or comment; {@code Repetitions} and {@code OtherArticles} what its make gives
 * away. {@code RootFinder} finds the element where prose is dense. {@code
 * ParagraphFilter} decides paragraph by paragraph what of it is the article; {@code ChartFigures} takes out what only
 * makes sense in a picture, {@code Introduction} adds what the page sets above the article. The words that class names and visitors'
 * phrases are made of are data beside the classes: {@code class-words.txt}, {@code phrases.txt}.
 */
@NullMarked
package io.vigie.ingest.scrape;

import org.jspecify.annotations.NullMarked;
