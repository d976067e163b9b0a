/**
 * Everything that proves an alert, in one folder that needs neither Kafka nor Vigie to be kept, and Vigie alone to be
 * proven.
 *
 * <pre>
 * pages.warc             the bytes that were fetched, as WARC resource records
 * items.jsonl            what was read from them, with topic, partition, offset and time
 * classified-items.jsonl what the rules said of each
 * alerts.jsonl           what was raised
 * deliveries.jsonl       who was told, and what came of it
 * rulesets/HASH.yaml     the rules, each under the hash of its text
 * manifest.json          size and SHA-256 of each of these files, and a root over all of it
 * </pre>
 *
 * <p>The root is that of a Merkle tree as in RFC 9162, its first leaf the manifest's own head and then one leaf a file.
 * Whoever noted the root when the bundle was made can tell years later that not one bit of it was changed. {@link
 * io.vigie.audit.bundle.BundleVerifier} goes further: it reads the pages again, judges the items again and raises the
 * alerts again, and compares what comes out with what is in the bundle.
 *
 * <p>The same records give the same bytes: lines are in the order of their topics, nothing is compressed, and no clock
 * has a say.
 */
@NullMarked
package io.vigie.audit.bundle;

import org.jspecify.annotations.NullMarked;
