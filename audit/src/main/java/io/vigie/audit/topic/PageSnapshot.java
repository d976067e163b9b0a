package io.vigie.audit.topic;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was fetched: a record of {@code vigie.page-snapshots}, unpacked.
 *
 * @param sha256 of the bytes, lower-case hex
 * @param uri that gave them, after redirects
 * @param contentType as the server sent it; absent when it sent none
 * @param status HTTP status
 * @param at when they were fetched
 * @param bytes after content decoding; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // up to 8 MiB, handed on and never compared
public record PageSnapshot(String sha256, URI uri, @Nullable String contentType, int status, Instant at, byte[] bytes) {

    /** More than ingest ever keeps: what claims more is not ours. */
    public static final int LARGEST = 64 * 1024 * 1024;

    /**
     * Unpacks a record.
     *
     * @throws IllegalStateException when it is not what ingest writes
     */
    public static PageSnapshot of(ConsumerRecord<byte[], byte[]> record) {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(record.value()))) {
            byte[] bytes = unpacked.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("more than " + LARGEST + " bytes");
            }
            return new PageSnapshot(
                    Records.key(record),
                    URI.create(header(record, "vigie_uri").orElse("about:blank")),
                    header(record, "content-type").orElse(null),
                    header(record, "vigie_status").map(Integer::valueOf).orElse(0),
                    header(record, "vigie_fetched_at").map(Instant::parse).orElse(Instant.EPOCH),
                    bytes);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("page snapshot " + Records.key(record) + " cannot be unpacked", e);
        }
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return Optional.ofNullable(header).map(value -> new String(value.value(), StandardCharsets.UTF_8));
    }
}
