package io.vigie.events;

import org.jspecify.annotations.Nullable;

/**
 * Why a record could not be handled: the headers of a record of {@code vigie.dead-letters}, whose key and value are the
 * original bytes.
 *
 * @param topic where the record was read, or should have been written
 * @param partition of that topic; -1 when the record was never written
 * @param offset in that partition; -1 when the record was never written
 * @param stage that gave up, for example {@code processor.deserialization} or {@code sink.bulk}
 * @param cause class of the error, or the server's error type
 * @param message of the error; absent when it has none
 */
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        String stage,
        String cause,
        @Nullable String message) {}
