package io.vigie.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.events.DeadLetter;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DeadLetter} as Kafka headers: {@code vigie_topic}, {@code vigie_partition}, {@code vigie_offset},
 * {@code vigie_stage}, {@code vigie_cause}, {@code vigie_message}. The record's key and value are the original bytes,
 * so that it can be put back as it was.
 */
public final class DeadLetterHeaders {

    private static final int LONGEST_MESSAGE = 2_000;

    private DeadLetterHeaders() {}

    /** The record to send to the dead-letter topic. */
    public static ProducerRecord<byte[], byte[]> record(
            String deadLetterTopic, DeadLetter letter, byte @Nullable [] key, byte @Nullable [] value) {
        ProducerRecord<byte[], byte[]> out = new ProducerRecord<>(deadLetterTopic, key, value);
        addTo(out.headers(), letter);
        return out;
    }

    /** Writes a dead letter as headers. */
    public static void addTo(Headers headers, DeadLetter letter) {
        Map.of(
                        "vigie_topic", letter.topic(),
                        "vigie_partition", Integer.toString(letter.partition()),
                        "vigie_offset", Long.toString(letter.offset()),
                        "vigie_stage", letter.stage(),
                        "vigie_cause", letter.cause())
                .forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        String message = letter.message();
        if (message != null) {
            String cut = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
            headers.add("vigie_message", cut.getBytes(UTF_8));
        }
    }

    /** Reads it back; empty when these are not the headers of a dead letter. */
    public static Optional<DeadLetter> read(Headers headers) {
        String topic = text(headers, "vigie_topic");
        String partition = text(headers, "vigie_partition");
        String offset = text(headers, "vigie_offset");
        String stage = text(headers, "vigie_stage");
        String cause = text(headers, "vigie_cause");
        if (topic == null || partition == null || offset == null || stage == null || cause == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DeadLetter(
                    topic,
                    Integer.parseInt(partition),
                    Long.parseLong(offset),
                    stage,
                    cause,
                    text(headers, "vigie_message")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
