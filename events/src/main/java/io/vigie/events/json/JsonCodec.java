package io.vigie.events.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One record type to and from UTF-8 JSON. Thread-safe.
 *
 * <p>Absent components are left out, instants are ISO-8601 in UTC, map keys are sorted (the same record gives the same
 * bytes), unknown fields are ignored.
 *
 * @param <T> record type
 */
public final class JsonCodec<T> {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    private JsonCodec(ObjectMapper mapper, Class<T> type) {
        this.reader = mapper.readerFor(type);
        this.writer = mapper.writerFor(type);
    }

    public static <T> JsonCodec<T> of(Class<T> type) {
        return new JsonCodec<>(mapper(), type);
    }

    /** A mapper set up as every event is written; for callers that build JSON of their own, such as a command's output. */
    public static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
    }

    public byte[] encode(T value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a record that Jackson cannot write: " + value.getClass(), e);
        }
    }

    /**
     * Reads one record.
     *
     * @throws MalformedEventException when the bytes are not such a record
     */
    public T decode(byte[] json) {
        try {
            T value = reader.readValue(json);
            if (value == null) {
                throw new MalformedEventException("JSON null where a record was expected", null);
            }
            return value;
        } catch (IOException e) {
            throw new MalformedEventException(e.getMessage(), e);
        }
    }
}
