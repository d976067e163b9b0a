package io.vigie.desk.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status HTTP status
 * @param headers beside those that every answer has, {@code Content-Type} included
 * @param content what is sent
 */
public record Reply(int status, Map<String, String> headers, Content content) {

    /** What is sent. */
    public sealed interface Content {

        /** All of it is there. */
        @SuppressWarnings("ArrayRecordComponent") // passed on and never compared
        record Bytes(byte[] bytes) implements Content {}

        /** It is made while it is sent, so that memory does not hold it whole. */
        record Stream(Writer writer) implements Content {}
    }

    /** Makes a body piece by piece. */
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    public static final String JSON = "application/json; charset=utf-8";
    public static final String TEXT = "text/plain; charset=utf-8";

    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply of(int status, String type, byte[] body) {
        return new Reply(status, Map.of("Content-Type", type), new Content.Bytes(body));
    }

    public static Reply text(int status, String line) {
        return of(status, TEXT, (line + "\n").getBytes(UTF_8));
    }

    /** As JSON, never kept by a cache. */
    public static Reply json(Object value) {
        try {
            return of(200, JSON, MAPPER.writeValueAsBytes(value)).header("Cache-Control", "no-store");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an answer that Jackson cannot write: " + value.getClass(), e);
        }
    }

    public static Reply stream(String type, Writer writer) {
        return new Reply(200, Map.of("Content-Type", type, "Cache-Control", "no-store"), new Content.Stream(writer));
    }

    /**
     * An error, as problem details (RFC 9457).
     *
     * @param detail one line for people
     */
    public static Reply problem(int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        try {
            return of(status, "application/problem+json", MAPPER.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, content);
    }
}
