package io.vigie.ingest.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Well-behaved answers, and the pieces that the others are made of. */
public final class Answers {

    private Answers() {}

    public static Behaviour html(String html) {
        return body("text/html; charset=utf-8", html);
    }

    public static Behaviour text(String text) {
        return body("text/plain", text);
    }

    public static Behaviour body(String contentType, String text) {
        return body(contentType, text.getBytes(UTF_8));
    }

    /** A page or feed with an ETag: 304 to whoever has it. */
    public static Behaviour cached(String contentType, String etag, String text) {
        byte[] body = text.getBytes(UTF_8);
        return (request, out) -> {
            if (request.header("if-none-match").equals(etag)) {
                head(out, 304, "ETag: " + etag);
            } else {
                head(out, 200, "ETag: " + etag, "Content-Type: " + contentType, "Content-Length: " + body.length);
                out.write(body);
            }
        };
    }

    public static Behaviour body(String contentType, byte[] body, String... headers) {
        return (request, out) -> {
            String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
            all[headers.length] = "Content-Type: " + contentType;
            all[headers.length + 1] = "Content-Length: " + body.length;
            head(out, 200, all);
            out.write(body);
        };
    }

    public static Behaviour status(int status, String... headers) {
        return (request, out) -> {
            String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
            all[headers.length] = "Content-Length: 0";
            head(out, status, all);
        };
    }

    public static Behaviour redirect(String location) {
        return status(302, "Location: " + location);
    }

    /** Status line and headers; the connection is closed after the body. */
    public static void head(OutputStream out, int status, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " -\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        out.flush();
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return packed.toByteArray();
    }
}
