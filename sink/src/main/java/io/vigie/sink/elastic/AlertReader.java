package io.vigie.sink.elastic;

import java.util.Optional;

/**
 * Reads alerts that were stored. Thread-safe. Every method throws {@link AlertStoreException} when the store cannot
 * answer.
 */
public interface AlertReader {

    /**
     * One page of alerts, newest detection first. An alert is found about a second after it was stored.
     *
     * @throws IllegalArgumentException when the cursor is not one that a page gave out
     */
    AlertPage find(AlertQuery query);

    /** The newest revision of an alert; empty when there is none. It is found about a second after it was stored. */
    Optional<AlertDocument> byId(String alertId);

    /** How many alerts pass the filter. */
    long count(AlertFilter filter);
}
