/**
 * From the list of sources to published press items.
 *
 * <p>{@link io.vigie.ingest.IngestService} is the whole of it. It shares the sources with other instances, and for each
 * partition of them runs a watch: the steps are in {@link io.vigie.ingest.watch}, the fetching in
 * {@link io.vigie.ingest.fetch}, the reading in {@link io.vigie.ingest.scrape}, the writing in
 * {@link io.vigie.ingest.publish}. {@link io.vigie.ingest.Sources} is the list as an operator writes it.
 */
@NullMarked
package io.vigie.ingest;

import org.jspecify.annotations.NullMarked;
