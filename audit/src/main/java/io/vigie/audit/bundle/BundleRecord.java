package io.vigie.audit.bundle;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of a topic with its place: a line of a bundle's JSONL files.
 *
 * @param topic name, prefix included
 * @param partition of it
 * @param offset in it
 * @param timestamp of the record, milliseconds since 1970
 * @param key UTF-8
 * @param value JSON, verbatim
 */
record BundleRecord(String topic, int partition, long offset, long timestamp, String key, JsonNode value) {

    static final Comparator<ConsumerRecord<byte[], byte[]>> ORDER =
            Comparator.<ConsumerRecord<byte[], byte[]>, String>comparing(ConsumerRecord::topic)
                    .thenComparingInt(ConsumerRecord::partition)
                    .thenComparingLong(ConsumerRecord::offset);

    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    /** The line of a record, without its line feed: the value as it was written, byte for byte. */
    static String line(ConsumerRecord<byte[], byte[]> record) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("topic", record.topic());
            json.writeNumberField("partition", record.partition());
            json.writeNumberField("offset", record.offset());
            json.writeNumberField("timestamp", record.timestamp());
            json.writeStringField("key", new String(record.key(), StandardCharsets.UTF_8));
            json.writeFieldName("value");
            json.writeRawValue(onOneLine(new String(record.value(), StandardCharsets.UTF_8)));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return line.toString();
    }

    /** Vigie writes JSON without line feeds; what another producer wrote is written anew. */
    private static String onOneLine(String json) throws JsonProcessingException {
        return json.indexOf('\n') < 0 && json.indexOf('\r') < 0
                ? json
                : MAPPER.readTree(json).toString();
    }

    static BundleRecord parse(String line) throws JsonProcessingException {
        return MAPPER.readValue(line, BundleRecord.class);
    }

    <T> T as(Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(value, type);
    }

    String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
