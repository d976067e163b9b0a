package io.vigie.events;

import java.time.Instant;

/**
 * A dead letter was put back: a value of {@code vigie.redriven}, key = {@code partition-offset} of the letter. Written in the
 * transaction that puts it back, so that no letter is put back twice.
 *
 * @param topic to which it went
 * @param repaired whether its bytes were replaced
 * @param at when
 */
public record Redrive(String topic, boolean repaired, Instant at) {}
