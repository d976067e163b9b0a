package io.vigie.desk.http;

import io.vigie.events.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The files of the page, read and compressed once. A request is looked up by its whole path and never becomes a file
 * name, so that no path can lead out.
 */
public final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json; charset=utf-8",
            "webmanifest", "application/manifest+json");

    private final Map<String, Asset> byPath = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // passed on and never compared
    private record Asset(String type, String etag, byte[] plain, byte[] gzip) {}

    /**
     * Adds a resource of the class path.
     *
     * @param path under which it is served, for example {@code /assets/app.js}
     * @param resource absolute name
     */
    public Assets add(String path, String resource) {
        byte[] bytes = read(resource);
        String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException("no media type is known for " + resource);
        }
        byPath.put(path, new Asset(type, "\"" + Sha256.hex(bytes).substring(0, 16) + "\"", bytes, gzip(bytes)));
        return this;
    }

    /** The file of a path; empty when there is none. */
    Optional<Reply> answer(Call call) {
        Asset asset = byPath.get(call.path());
        return asset == null ? Optional.empty() : Optional.of(answer(call, asset));
    }

    private static Reply answer(Call call, Asset asset) {
        boolean known = List.of(call.header("if-none-match").orElse("").split("\\s*,\\s*"))
                .contains(asset.etag());
        boolean zipped = call.header("accept-encoding").orElse("").contains("gzip");
        Reply reply = known
                ? Reply.of(304, asset.type(), new byte[0])
                : Reply.of(200, asset.type(), zipped ? asset.gzip() : asset.plain());
        reply = reply.header("ETag", asset.etag())
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Encoding");
        return zipped && !known ? reply.header("Content-Encoding", "gzip") : reply;
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource + " cannot be read", e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }
}
