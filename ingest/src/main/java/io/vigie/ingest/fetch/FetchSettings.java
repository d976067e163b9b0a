package io.vigie.ingest.fetch;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How politely and how patiently pages are fetched.
 *
 * @param userAgent sent with every request and honest about who asks: a product token, a version and an address where
 *     the operator can be reached, for example {@code Vigie/0.1 (+https://desk.example/bot)}
 * @param hostDelay shortest pause between two requests to one host; a longer {@code Crawl-delay} wins; zero for none
 * @param maxBody largest body that is read, in bytes after decompression
 * @param deadline longest time for one address with all its redirects, waiting for politeness not counted
 */
public record FetchSettings(String userAgent, Duration hostDelay, long maxBody, Duration deadline) {

    private static final Pattern USER_AGENT = Pattern.compile("([A-Za-z_-]+)(/[\\x21-\\x7e]+)?( [\\x20-\\x7e]+)?");
    private static final long LARGEST_BODY = 8L * 1024 * 1024;
    private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(60);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    public FetchSettings {
        if (!USER_AGENT.matcher(userAgent).matches()) {
            throw new IllegalArgumentException(
                    "userAgent '" + userAgent + "' must be like 'Name/1.0 (+https://contact.example)'");
        }
        if (hostDelay.isNegative() || hostDelay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("hostDelay '" + hostDelay + "' must be between 0s and 5m");
        }
        if (maxBody < 1 || maxBody > LARGEST_BODY) {
            throw new IllegalArgumentException("maxBody '" + maxBody
                    + "' must be between 1 byte and 8 MiB, the largest page that fits a Kafka record");
        }
        if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new IllegalArgumentException("deadline '" + deadline + "' must be more than 0s and 60s at most");
        }
    }

    /** One request a second to a host, 8 MiB, 30 seconds. */
    public static FetchSettings defaults() {
        return new FetchSettings(
                "Vigie/0.1 (+https://vigie.example/bot)", Duration.ofSeconds(1), LARGEST_BODY, Duration.ofSeconds(30));
    }

    /** The name that robots.txt knows this crawler by (RFC 9309, 2.2.1): {@code Vigie} for the default agent. */
    public String productToken() {
        int end = 0;
        while (end < userAgent.length() && " /".indexOf(userAgent.charAt(end)) < 0) {
            end++;
        }
        return userAgent.substring(0, end);
    }
}
