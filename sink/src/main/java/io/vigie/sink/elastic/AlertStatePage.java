package io.vigie.sink.elastic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alerts of a past moment, newest place in time ({@code filedAt}) first: no revision changes it.
 *
 * @param states of this page; it may be short, or empty, and still have a next one
 * @param next cursor of the page behind this one; absent when this is the last
 */
public record AlertStatePage(
        List<AlertState> states, @Nullable String next) {

    public AlertStatePage {
        states = List.copyOf(states);
    }
}
