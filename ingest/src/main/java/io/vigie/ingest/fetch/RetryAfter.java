package io.vigie.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header (RFC 9110, 10.2.3): seconds or a date. */
final class RetryAfter {

    private static final String NAME = "Retry-After";
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int DIGITS_OF_LONGEST = 9;

    private RetryAfter() {}

    /**
     * Between 1 second and 24 hours, whatever the server says; absent when it says nothing that can be understood.
     *
     * <p>Examples: {@code 120} is two minutes; a date in the past is one second; {@code 99999999999999} is 24 hours.
     */
    static @Nullable Duration of(Headers headers, Instant now) {
        String value = headers.get(NAME);
        if (value == null) {
            return null;
        }
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > DIGITS_OF_LONGEST ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(text)));
        }
        Date date = headers.getDate(NAME);
        return date == null ? null : bounded(Duration.between(now, date.toInstant()));
    }

    private static Duration bounded(Duration wanted) {
        Duration atLeast = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }
}
