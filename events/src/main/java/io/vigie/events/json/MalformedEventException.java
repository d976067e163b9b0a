package io.vigie.events.json;

import org.jspecify.annotations.Nullable;

/** Bytes that are not the event they should be. The record they came from belongs among the dead letters. */
public final class MalformedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedEventException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
