package io.vigie.processor.deadletter;

import io.vigie.events.DeadLetter;
import io.vigie.events.Redrive;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter where it stands.
 *
 * @param id {@code partition-offset} on the topic of dead letters, for example {@code 2-17}
 * @param letter why it is there
 * @param key original bytes; absent when the record had none
 * @param value original bytes; absent when the record had none
 * @param at when it was written
 * @param redrive when it was put back; absent when it was not
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes as they were; nobody compares letters.
public record StoredLetter(
        String id,
        DeadLetter letter,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Instant at,
        @Nullable Redrive redrive) {}
