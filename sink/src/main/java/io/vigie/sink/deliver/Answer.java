package io.vigie.sink.deliver;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt to deliver a message.
 *
 * <p>Only a receiver that says no, or that was never reached, certainly does not have the message. Everything between is
 * doubtful, and what is doubtful is repeated once at most.
 */
sealed interface Answer {

    /** What it says of the receiver as a whole. */
    Circuit appliedTo(Circuit circuit, Instant now);

    /** It has the message. */
    record Accepted(int status) implements Answer {

        @Override
        public Circuit appliedTo(Circuit circuit, Instant now) {
            return circuit.succeeded();
        }
    }

    /**
     * It wants no message now: 429, or 503 with {@code Retry-After}.
     *
     * @param pause that it asks for
     */
    record Throttled(int status, Duration pause) implements Answer {

        @Override
        public Circuit appliedTo(Circuit circuit, Instant now) {
            return circuit;
        }
    }

    /**
     * No clear answer: a timeout, a connection that broke, a server error.
     *
     * @param status absent when there was none
     * @param reason one line, without the address
     */
    record Doubtful(@Nullable Integer status, String reason) implements Answer {

        @Override
        public Circuit appliedTo(Circuit circuit, Instant now) {
            return circuit.failed(now);
        }
    }

    /** It was never reached: refused, unresolved, no handshake. */
    record Unreached(String reason) implements Answer {

        @Override
        public Circuit appliedTo(Circuit circuit, Instant now) {
            return circuit.failed(now);
        }
    }

    /**
     * It will never take this message: 400, 413, 422. A receiver that refuses one after the other is asked less often,
     * because then the fault is hardly the messages'.
     *
     * @param status absent when we did not even ask
     */
    record Refused(@Nullable Integer status, String reason) implements Answer {

        @Override
        public Circuit appliedTo(Circuit circuit, Instant now) {
            return circuit.failed(now);
        }
    }

    /** It takes no messages under this address or with these credentials: 401, 403, 404, 410, a redirect. */
    record Gone(int status, String reason) implements Answer {

        @Override
        public Circuit appliedTo(Circuit circuit, Instant now) {
            return circuit.gone(now);
        }
    }

    /** The innermost cause by its name only: messages can hold the address. */
    static Answer unreached(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        return new Unreached(root instanceof GeneralSecurityException ? name + "; see ca of the channel" : name);
    }

    Duration USUAL_PAUSE = Duration.ofSeconds(30);
    Duration LONGEST_PAUSE = Duration.ofHours(1);

    /**
     * Judges an HTTP status.
     *
     * @param retryAfter that header, seconds or an HTTP date (RFC 9110, 10.2.3); absent when none was sent
     */
    static Answer of(int status, @Nullable String retryAfter, Instant now) {
        if (status >= 200 && status < 300) {
            return new Accepted(status);
        }
        if (status == 429 || (status == 503 && retryAfter != null)) {
            return new Throttled(status, pause(retryAfter, now));
        }
        if (status >= 500 || status == 408) {
            return new Doubtful(status, "HTTP " + status);
        }
        if (status == 401 || status == 403 || status == 404 || status == 410 || status < 400) {
            return new Gone(status, "HTTP " + status);
        }
        return new Refused(status, "HTTP " + status);
    }

    /** Seconds may have a fraction, as Discord sends them. What cannot be read is half a minute, and an hour is enough. */
    static Duration pause(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return USUAL_PAUSE;
        }
        Duration asked;
        try {
            double seconds = Double.parseDouble(retryAfter.strip());
            asked = Double.isFinite(seconds)
                    ? Duration.ofMillis((long) Math.min((double) LONGEST_PAUSE.toMillis(), seconds * 1_000))
                    : USUAL_PAUSE;
        } catch (NumberFormatException e) {
            try {
                asked = Duration.between(
                        now, ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
            } catch (DateTimeParseException notADate) {
                asked = USUAL_PAUSE;
            }
        }
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }
}
