package io.vigie.ingest.fetch;

import java.util.Locale;

/** Every way in which a fetch can fail. {@link FetchFailures} is the one place that tells them apart. */
public enum FetchFailure {
    /** Not an http or https address, or on a port that no web server uses. */
    BAD_ADDRESS,
    /** The name stands for an address that must not be contacted. */
    FORBIDDEN_ADDRESS,
    UNKNOWN_HOST,
    /** Nobody listens there, or no way leads there. */
    UNREACHABLE,
    CONNECT_TIMEOUT,
    TLS,
    /** Connected, and then nothing came for too long. */
    READ_TIMEOUT,
    /** Bytes came, too slowly to end in time. */
    DEADLINE,
    /** The connection broke in the middle. */
    CONNECTION_LOST,
    /** The body ended before its time. */
    TRUNCATED,
    /** Not HTTP, or headers without measure. */
    PROTOCOL,
    TOO_LARGE,
    /** A small body that unpacks to a huge one. */
    DECOMPRESSION_BOMB,
    BAD_ENCODING,
    TOO_MANY_REDIRECTS,
    BAD_REDIRECT,
    /** 401, 403 or 451: this reader is not wanted. */
    REFUSED,
    /** Any other 4xx. */
    CLIENT_ERROR,
    /** 5xx without a time to come back. */
    SERVER_ERROR,
    /** A status that answers no GET. */
    UNEXPECTED_STATUS,
    /** Others kept the host occupied; nothing is wrong with it. */
    HOST_BUSY,
    /** Other large bodies filled the memory that is set aside for them; nothing is wrong with this one. */
    NO_ROOM,
    /** The fetcher was stopped. */
    CANCELLED;

    /** For example {@code unknown-host}. */
    public String ledgerName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
