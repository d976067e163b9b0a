package io.vigie.sink.elastic;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /**
     * One page of the alerts that had been read by a moment, as they stood then. It is made of what documents keep of
     * earlier revisions, see {@link AlertState}; the topic, where it is kept, has everything.
     *
     * @param moment what was read at it is known
     * @throws IllegalArgumentException when the cursor is not one that a page gave out, or when the filter asks for words
     *     or a score, which are not kept of earlier revisions
     */
    AlertStatePage findAsOf(Instant moment, AlertQuery query);

    /** The newest revision of an alert; empty when there is none. It is found about a second after it was stored. */
    Optional<AlertDocument> byId(String alertId);

    /**
     * The newest revisions of several alerts, without bodies, in no order; one that is not found is left out.
     *
     * @param alertIds at most {@link AlertQuery#LARGEST_PAGE}
     */
    List<AlertDocument> byIds(Collection<String> alertIds);

    /**
     * What was written at or after a moment, without bodies, in the order of writing.
     *
     * @param size most alerts, 1 to {@link AlertQuery#LARGEST_PAGE}
     */
    List<AlertDocument> ingestedSince(Instant moment, int size);

    /** How many alerts pass the filter. */
    long count(AlertFilter filter);

    /**
     * Alerts that pass the filter, counted over time and by publisher.
     *
     * @param slot length of a slot of time; with the filter's bounds it should give some hundred slots at most
     */
    Coverage coverage(AlertFilter filter, Duration slot);

    /**
     * How widely stories are reported, by story id; a story that is not found is left out.
     *
     * @param storyIds at most {@link AlertQuery#LARGEST_PAGE}
     */
    Map<String, StorySize> storySizes(Collection<String> storyIds);
}
