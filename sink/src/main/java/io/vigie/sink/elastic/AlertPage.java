package io.vigie.sink.elastic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alerts, newest detection first.
 *
 * @param hits of this page
 * @param next cursor of the page behind this one; absent when this is the last
 */
public record AlertPage(List<AlertHit> hits, @Nullable String next) {

    public AlertPage {
        hits = List.copyOf(hits);
    }
}
