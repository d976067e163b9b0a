package io.vigie.sink.elastic;

import org.jspecify.annotations.Nullable;

/**
 * A page that is wanted.
 *
 * @param filter which alerts
 * @param size most alerts on the page, 1 to {@link #LARGEST_PAGE}
 * @param cursor {@link AlertPage#next()} of the page before; absent for the first page
 * @param bodies whether {@link AlertDocument#body()} is wanted; a list does without and is many times smaller
 */
public record AlertQuery(
        AlertFilter filter, int size, @Nullable String cursor, boolean bodies) {

    /** Bodies may be part of the answer. */
    public static final int LARGEST_PAGE = 500;

    public AlertQuery {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("page size must be 1 to " + LARGEST_PAGE + ", not " + size);
        }
    }

    public AlertQuery(AlertFilter filter, int size, @Nullable String cursor) {
        this(filter, size, cursor, true);
    }

    /** The newest ones. */
    public static AlertQuery first(AlertFilter filter, int size) {
        return new AlertQuery(filter, size, null);
    }

    public AlertQuery after(@Nullable String next) {
        return new AlertQuery(filter, size, next, bodies);
    }

    /** The same page, with an empty body in every alert. */
    public AlertQuery withoutBodies() {
        return new AlertQuery(filter, size, cursor, false);
    }
}
