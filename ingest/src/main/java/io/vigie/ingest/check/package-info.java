/**
 * What ingest does, one input at a time and without Kafka: the commands {@code extract}, {@code discover}, {@code fetch},
 * {@code robots} and {@code probe} print what these classes answer. They run the very classes that the service runs.
 *
 * <p>An answer is a record to be printed as one JSON object, absent components as {@code null}; what cannot be answered
 * is an answer too, with an {@code error}.
 */
@NullMarked
package io.vigie.ingest.check;

import org.jspecify.annotations.NullMarked;
