package io.vigie.ingest.watch;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that an item was read from, so that reading itself can be replayed.
 *
 * @param sha256 of {@code bytes}, lower-case hex
 * @param bytes after content decoding; not copied
 * @param uri that gave them, after redirects
 * @param status HTTP status
 * @param contentType as the server sent it; absent when it sent none
 * @param at when they were fetched
 */
@SuppressWarnings("ArrayRecordComponent") // up to 8 MiB, handed on once and never compared
public record Snapshot(
        String sha256,
        byte[] bytes,
        URI uri,
        int status,
        @Nullable String contentType,
        Instant at) {}
