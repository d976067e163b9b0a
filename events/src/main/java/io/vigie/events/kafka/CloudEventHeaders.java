package io.vigie.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents 1.0 attributes as Kafka headers, binary content mode: {@code ce_specversion}, {@code ce_id},
 * {@code ce_source}, {@code ce_type}, {@code ce_time} and {@code content-type}, UTF-8.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding for CloudEvents 1.0.2</a>
 * @param id unique within {@code source}; the same event always has the same id, so that a consumer can drop repeats
 * @param source URI reference of who says it, for example {@code /vigie/ingest}
 * @param type for example {@code io.vigie.press-item.v1}
 * @param time when it happened
 */
public record CloudEventHeaders(String id, String source, String type, Instant time) {

    /** Replaces whatever CloudEvents attributes the headers had. */
    public void writeTo(Headers headers) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_source", source);
        put(headers, "ce_type", type);
        put(headers, "ce_time", time.toString());
        put(headers, "content-type", "application/json");
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
