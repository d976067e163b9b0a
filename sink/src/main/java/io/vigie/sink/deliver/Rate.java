package io.vigie.sink.deliver;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many messages a channel takes: a token bucket.
 *
 * @param messages in {@code per}, at least 1
 * @param per length of time, more than zero
 * @param burst most messages at once after a quiet time, at least 1
 */
public record Rate(int messages, Duration per, int burst) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*/\\s*(\\d{0,6})\\s*(s|m|h)");
    private static final int USUAL_BURST = 5;

    public Rate {
        if (messages < 1 || burst < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate must be at least 1 message in a time above zero");
        }
    }

    /**
     * Reads {@code 1/s}, {@code 20/m}, {@code 1/15m}; the burst is 5.
     *
     * @throws IllegalArgumentException saying what a rate looks like
     */
    @JsonCreator
    public static Rate of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("rate '" + text + "' must look like 1/s, 20/m or 1/15m");
        }
        long amount = form.group(2).isEmpty() ? 1 : Long.parseLong(form.group(2));
        Duration per = switch (form.group(3)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
        return new Rate(Integer.parseInt(form.group(1)), per, USUAL_BURST);
    }

    public Rate withBurst(int most) {
        return new Rate(messages, per, most);
    }

    /** Time in which one message becomes allowed. */
    Duration interval() {
        return per.dividedBy(messages);
    }
}
