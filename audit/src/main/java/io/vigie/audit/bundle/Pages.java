package io.vigie.audit.bundle;

import io.vigie.events.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;

/**
 * Page snapshots as a WARC file (ISO 28500). They are {@code resource} records, because what is kept is the decoded body
 * and not the response as it came over the wire; the server's content type and status stand in fields of our own.
 */
final class Pages {

    private static final String CONTENT_TYPE = "Vigie-Content-Type";
    private static final String STATUS = "Vigie-HTTP-Status";
    private static final String SHA256 = "sha256";
    /** More than ingest ever keeps: what claims more is not ours. */
    private static final long LARGEST_PAGE = 64L * 1024 * 1024;

    private Pages() {}

    /**
     * A snapshot.
     *
     * @param sha256 of the bytes, lower-case hex
     * @param uri that gave them, after redirects
     * @param contentType as the server sent it; absent when it sent none
     * @param status HTTP status
     * @param at when they were fetched
     * @param bytes after content decoding; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // up to 8 MiB, handed on and never compared
    record Page(String sha256, URI uri, @Nullable String contentType, int status, Instant at, byte[] bytes) {}

    /** Writes them in the order given. */
    static void write(List<Page> pages, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                WarcWriter warc = new WarcWriter(out)) {
            for (Page page : pages) {
                WarcResource.Builder record = new WarcResource.Builder(page.uri())
                        .recordId(id(page.sha256()))
                        .date(page.at())
                        .payloadDigest(SHA256, page.sha256())
                        .setHeader(STATUS, Integer.toString(page.status()))
                        .body(MediaType.OCTET_STREAM, page.bytes());
                if (page.contentType() != null) {
                    record.setHeader(CONTENT_TYPE, page.contentType().replaceAll("[\\r\\n]+", " "));
                }
                warc.write(record.build());
            }
        }
    }

    /** The same page always has the same id: a name-based UUID. */
    private static URI id(String sha256) {
        return URI.create("urn:uuid:" + UUID.nameUUIDFromBytes(sha256.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * Reads them, by SHA-256 of what their bytes are, whatever the file claims.
     *
     * @throws IOException when the file is no WARC file
     */
    static Map<String, Page> read(Path file) throws IOException {
        Map<String, Page> pages = new TreeMap<>();
        try (WarcReader warc = new WarcReader(file)) {
            for (WarcRecord record : warc) {
                if (record instanceof WarcResource resource) {
                    byte[] bytes = bytes(resource);
                    String sha256 = Sha256.hex(bytes);
                    pages.put(
                            sha256,
                            new Page(
                                    sha256,
                                    resource.targetURI(),
                                    resource.headers().first(CONTENT_TYPE).orElse(null),
                                    resource.headers()
                                            .first(STATUS)
                                            .map(Integer::valueOf)
                                            .orElse(0),
                                    resource.date(),
                                    bytes));
                }
            }
        } catch (RuntimeException e) {
            throw new IOException("not a WARC file: " + e.getMessage(), e);
        }
        return pages;
    }

    private static byte[] bytes(WarcResource resource) throws IOException {
        if (resource.body().size() > LARGEST_PAGE) {
            throw new IOException("a page of " + resource.body().size() + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) resource.body().size());
        while (bytes.hasRemaining() && resource.body().read(bytes) >= 0) {
            // Goes on until the body is read.
        }
        return bytes.array();
    }
}
