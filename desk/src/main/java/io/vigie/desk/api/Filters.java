package io.vigie.desk.api;

import io.vigie.desk.http.BadRequest;
import io.vigie.desk.http.Call;
import io.vigie.events.Alert;
import io.vigie.sink.elastic.AlertFilter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters as a filter: {@code q}, {@code theme}, {@code minScore}, {@code language}, {@code outlet},
 * {@code country}, {@code status}, {@code story}, {@code from}, {@code to}, {@code since}. Times are ISO-8601 instants;
 * {@code since} is a span back from now such as {@code 24h}.
 */
public final class Filters {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})(m|h|d)");
    private static final Duration LONGEST_SPAN = Duration.ofDays(3_660);

    private static final String AS_OF = "as-of";

    private final Clock clock;

    public Filters(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads the filter of a call.
     *
     * @throws BadRequest naming the parameter that makes no sense; also for {@code as-of}, which would be passed over
     */
    public AlertFilter of(Call call) {
        if (asOf(call) != null) {
            throw new BadRequest(AS_OF + " is answered by /api/alerts and /api/alerts/{id} only");
        }
        return ofAnyTime(call);
    }

    /** The moment as of which a call asks; absent when it asks for the present. */
    static @Nullable Instant asOf(Call call) {
        return instant(call, AS_OF);
    }

    AlertFilter ofAnyTime(Call call) {
        AlertFilter filter = AlertFilter.ALL.between(from(call), instant(call, "to"));
        filter = with(filter, call.parameter("q"), AlertFilter::withText);
        filter = with(filter, call.parameter("theme"), AlertFilter::withTheme);
        filter = with(filter, call.parameter("minScore").map(Filters::score), AlertFilter::withMinScore);
        filter = with(filter, call.parameter("language"), AlertFilter::withLanguage);
        filter = with(filter, call.parameter("outlet"), AlertFilter::withOutlet);
        filter = with(filter, call.parameter("country"), AlertFilter::withCountry);
        filter = with(filter, call.parameter("status").map(Filters::status), AlertFilter::withStatus);
        return with(filter, call.parameter("story"), AlertFilter::withStory);
    }

    private static <T> AlertFilter with(
            AlertFilter filter, Optional<T> wanted, BiFunction<AlertFilter, T, AlertFilter> narrowed) {
        return wanted.map(value -> narrowed.apply(filter, value)).orElse(filter);
    }

    /** The same filter, beginning that long ago. */
    AlertFilter since(AlertFilter filter, Duration back) {
        return filter.between(clock.instant().minus(back), filter.to());
    }

    /** How long ago that was. */
    Duration age(Instant moment) {
        return Duration.between(moment, clock.instant());
    }

    private @Nullable Instant from(Call call) {
        Instant from = instant(call, "from");
        return from != null
                ? from
                : call.parameter("since")
                        .map(span -> clock.instant().minus(span("since", span)))
                        .orElse(null);
    }

    private static @Nullable Instant instant(Call call, String name) {
        Optional<String> text = call.parameter(name);
        try {
            return text.map(Instant::parse).orElse(null);
        } catch (DateTimeException e) {
            throw new BadRequest(name + " must be a time such as 2026-04-01T06:00:00Z");
        }
    }

    /**
     * A span such as {@code 90m}, {@code 24h} or {@code 7d}.
     *
     * @throws BadRequest when it is none
     */
    public static Duration span(String name, String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new BadRequest(name + " must be a span such as 90m, 24h or 7d");
        }
        long amount = Long.parseLong(span.group(1));
        Duration duration = switch (span.group(2)) {
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
        if (duration.isZero() || duration.compareTo(LONGEST_SPAN) > 0) {
            throw new BadRequest(name + " must be more than nothing and at most " + LONGEST_SPAN.toDays() + "d");
        }
        return duration;
    }

    private static double score(String text) {
        try {
            double score = Double.parseDouble(text);
            if (score >= 0 && score <= 1) {
                return score;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number that is out of bounds.
        }
        throw new BadRequest("minScore must be a number from 0 to 1");
    }

    private static Alert.Status status(String text) {
        for (Alert.Status status : Alert.Status.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(text)) {
                return status;
            }
        }
        throw new BadRequest("status must be new, amended or retracted");
    }

    /**
     * A number within bounds.
     *
     * @throws BadRequest when it is none, or out of bounds
     */
    static int number(Call call, String name, int most, int otherwise) {
        Optional<String> text = call.parameter(name);
        try {
            int number = text.map(Integer::parseInt).orElse(otherwise);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw new BadRequest(name + " must be a number from 1 to " + most);
    }
}
