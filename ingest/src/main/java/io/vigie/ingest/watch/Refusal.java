package io.vigie.ingest.watch;

import io.vigie.events.PressItem;
import org.jspecify.annotations.Nullable;

/**
 * A part of a visit's result that the journal can never take, on its way to the dead letters.
 *
 * @param part what was refused
 * @param item the item, without its body
 * @param cause class of the error
 * @param message of the error; absent when it has none
 */
public record Refusal(
        Part part, PressItem item, String cause, @Nullable String message) {

    /** What was refused. */
    public enum Part {
        /** The bytes of the page; the item that was read from them stands on its topic. */
        SNAPSHOT,
        /** The item itself. */
        ITEM
    }

    static Refusal of(Part part, PressItem item, Journal.RefusedException error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        return new Refusal(part, PressItems.withoutBody(item), cause.getClass().getName(), error.getMessage());
    }
}
