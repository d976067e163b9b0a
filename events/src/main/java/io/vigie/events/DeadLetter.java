package io.vigie.events;

import org.jspecify.annotations.Nullable;

/**
 * Why a record could not be handled: the headers of a record of {@code vigie.dead-letters}, whose key and value are the
 * original bytes.
 *
 * @param topic where the record was read
 * @param partition of that topic
 * @param offset in that partition
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
