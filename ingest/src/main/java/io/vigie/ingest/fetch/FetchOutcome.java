package io.vigie.ingest.fetch;

import io.vigie.events.FetchState.Validators;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of one {@link FetchRequest}: a closed set, told apart by {@link #kind()}. */
public sealed interface FetchOutcome {

    /** The cases, with the names that the watch ledger uses. */
    enum Kind {
        FETCHED,
        NOT_MODIFIED,
        RATE_LIMITED,
        DISALLOWED,
        GONE,
        FAILED;

        /** For example {@code not-modified}. */
        public String ledgerName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Kind kind();

    /** The address that gave this outcome: the last one of a chain of redirects. */
    URI uri();

    /** From the first byte sent to the outcome, waiting for politeness not counted. */
    Duration took();

    /** HTTP status of the last answer; absent when there was none. */
    default @Nullable Integer status() {
        return null;
    }

    /** Why there is no page, in a word of a closed set; absent on success. */
    default @Nullable String reason() {
        return null;
    }

    /**
     * A page.
     *
     * @param body after decompression; not copied, so nobody may write to it
     * @param contentType as the server sent it; absent when it sent none
     * @param validators for the next conditional GET
     */
    @SuppressWarnings("ArrayRecordComponent") // up to 8 MiB, passed on once and never compared
    record Fetched(URI uri, int code, byte[] body, @Nullable String contentType, Validators validators, Duration took)
            implements FetchOutcome {

        @Override
        public Kind kind() {
            return Kind.FETCHED;
        }

        @Override
        public Integer status() {
            return code;
        }
    }

    /** 304: what was read last time still holds. A success. */
    record NotModified(URI uri, Duration took) implements FetchOutcome {

        @Override
        public Kind kind() {
            return Kind.NOT_MODIFIED;
        }

        @Override
        public Integer status() {
            return 304;
        }
    }

    /**
     * 429, or 503 with a {@code Retry-After}.
     *
     * @param retryAfter how long the server wants to be left alone; absent when it did not say
     */
    record RateLimited(URI uri, int code, @Nullable Duration retryAfter, Duration took) implements FetchOutcome {

        @Override
        public Kind kind() {
            return Kind.RATE_LIMITED;
        }

        @Override
        public Integer status() {
            return code;
        }
    }

    /** The site's robots.txt asks not to, or answers with a server error and so must be taken to ask it. */
    record Disallowed(URI uri, String detail, Duration took) implements FetchOutcome {

        @Override
        public Kind kind() {
            return Kind.DISALLOWED;
        }

        @Override
        public String reason() {
            return "robots";
        }
    }

    /** 404 or 410: there is no such page, or no longer. */
    record Gone(URI uri, int code, Duration took) implements FetchOutcome {

        @Override
        public Kind kind() {
            return Kind.GONE;
        }

        @Override
        public Integer status() {
            return code;
        }
    }

    /**
     * No page.
     *
     * @param failure why, as data
     * @param detail why, for people
     * @param code of the answer; absent when there was none
     */
    record Failed(
            URI uri,
            FetchFailure failure,
            String detail,
            @Nullable Integer code,
            Duration took) implements FetchOutcome {

        @Override
        public Kind kind() {
            return Kind.FAILED;
        }

        @Override
        public @Nullable Integer status() {
            return code;
        }

        @Override
        public String reason() {
            return failure.ledgerName();
        }
    }
}
