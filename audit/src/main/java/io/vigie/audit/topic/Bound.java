package io.vigie.audit.topic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One end of what is to be read, as a person says it. */
public sealed interface Bound {

    /** The oldest record that the topic still has. */
    record Earliest() implements Bound {}

    /** Behind the newest record that is committed when the reading begins. */
    record Latest() implements Bound {}

    /** The first record that is not older; by the record's timestamp, which is when it was written. */
    record Time(Instant at) implements Bound {}

    /**
     * Exact places; partitions that are not named are left out.
     *
     * @param byPartition offsets by partition; as an upper bound, the offset behind the last one to read
     */
    record Offsets(Map<Integer, Long> byPartition) implements Bound {
        public Offsets {
            byPartition = Map.copyOf(byPartition);
        }
    }

    /** {@code 30d}, {@code 12h}: so long before now. */
    Pattern AGO = Pattern.compile("-?(\\d{1,5})([mhd])");

    /** {@code 0:120,1:95}: partition and offset. */
    Pattern PLACES = Pattern.compile("\\d{1,6}:\\d{1,18}(,\\d{1,6}:\\d{1,18})*");

    /**
     * Understands {@code earliest}, {@code latest}, an ISO-8601 instant or date (the beginning of that day, UTC), a time
     * ago such as {@code 30d}, {@code 12h} or {@code 45m}, and offsets such as {@code 0:120,1:95}.
     *
     * @param now what times ago are counted from
     * @throws IllegalArgumentException with what may be said
     */
    static Bound parse(String text, Instant now) {
        if (text.equals("earliest")) {
            return new Earliest();
        }
        if (text.equals("latest")) {
            return new Latest();
        }
        if (PLACES.matcher(text).matches()) {
            Map<Integer, Long> places = new TreeMap<>();
            for (String place : text.split(",", -1)) {
                String[] parts = place.split(":", 2);
                places.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
            }
            return new Offsets(places);
        }
        Matcher ago = AGO.matcher(text);
        return new Time(ago.matches() ? now.minus(duration(ago)) : instant(text));
    }

    private static Duration duration(Matcher ago) {
        long amount = Long.parseLong(ago.group(1));
        return switch (ago.group(2)) {
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Instant instant(String text) {
        try {
            return text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no place on a topic; say earliest, latest, 2026-03-01, 2026-03-01T08:00:00Z, 30d,"
                            + " or offsets by partition such as 0:120,1:95",
                    e);
        }
    }
}
