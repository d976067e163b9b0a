package io.vigie.events;

/** What an item is, compared with what was known under its id. */
public enum Novelty {
    /** Never seen before. */
    FIRST,
    /** Seen, and its text changed. */
    REVISION,
    /** Seen, and nothing changed that matters. */
    DUPLICATE,
    /** Seen, and its publisher took it down. */
    WITHDRAWN
}
