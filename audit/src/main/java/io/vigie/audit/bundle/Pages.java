package io.vigie.audit.bundle;

import io.vigie.audit.topic.PageSnapshot;
import io.vigie.events.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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

    private Pages() {}

    /** Writes them in the order given. */
    static void write(List<PageSnapshot> pages, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                WarcWriter warc = new WarcWriter(out)) {
            for (PageSnapshot page : pages) {
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
    static Map<String, PageSnapshot> read(Path file) throws IOException {
        Map<String, PageSnapshot> pages = new TreeMap<>();
        try (WarcReader warc = new WarcReader(file)) {
            for (WarcRecord record : warc) {
                if (record instanceof WarcResource resource) {
                    byte[] bytes = bytes(resource);
                    String sha256 = Sha256.hex(bytes);
                    pages.put(
                            sha256,
                            new PageSnapshot(
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
        if (resource.body().size() > PageSnapshot.LARGEST) {
            throw new IOException("a page of " + resource.body().size() + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) resource.body().size());
        while (bytes.hasRemaining() && resource.body().read(bytes) >= 0) {
            // Goes on until the body is read.
        }
        return bytes.array();
    }
}
