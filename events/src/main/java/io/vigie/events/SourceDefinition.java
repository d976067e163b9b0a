package io.vigie.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * One place to watch: an entry of {@code sources.yaml} and a value of {@code vigie.sources}.
 *
 * @param id key, for example {@code otan-fr}: lower-case letters, digits and dashes
 * @param name for people
 * @param url feed, sitemap or listing page, http or https
 * @param kind how new items are found; {@code auto} tries feed, then sitemap, then listing
 * @param include regular expressions; a link is taken when at least one is found in it; empty takes every link
 * @param exclude regular expressions; a link in which one is found is left
 * @param language BCP 47, for example {@code fr}; absent when the source publishes in several
 * @param country ISO 3166-1 alpha-2, {@code INT} or {@code EU}; absent when not stated
 * @param every longest pause between two looks, at least one second
 * @param enabled {@code false} keeps the entry without watching it
 * @param allowPrivate {@code true} lets this source stand on a loopback or private address
 * @param listing help with reading its pages; absent when none is needed
 */
public record SourceDefinition(
        String id,
        String name,
        URI url,
        Kind kind,
        List<String> include,
        List<String> exclude,
        @Nullable String language,
        @Nullable String country,
        Duration every,
        boolean enabled,
        boolean allowPrivate,
        @Nullable ListingHints listing) {

    /** How new items are found. */
    public enum Kind {
        @JsonProperty("auto")
        AUTO,
        @JsonProperty("feed")
        FEED,
        @JsonProperty("sitemap")
        SITEMAP,
        @JsonProperty("listing")
        LISTING
    }

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public SourceDefinition {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "source id '" + id + "' must be lower-case letters, digits and dashes, 64 at most");
        }
        String scheme = url.getScheme();
        if (!("http".equals(scheme) || "https".equals(scheme)) || url.getHost() == null) {
            throw new IllegalArgumentException("url '" + url + "' of source '" + id + "' must be an http(s) address");
        }
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("every '" + every + "' of source '" + id + "' must be 1s or more");
        }
        include = checked(id, "include", include);
        exclude = checked(id, "exclude", exclude);
    }

    /** As an outlet of the items found here. */
    public Outlet outlet() {
        return new Outlet(id, name, country);
    }

    /** Changes whenever what discovery would find changes: 64 lower-case hex digits. */
    public String fingerprint() {
        return Sha256.hex(String.join(
                "\n",
                List.of(url.toString(), kind.name(), include.toString(), exclude.toString(), String.valueOf(listing))));
    }

    private static List<String> checked(String id, String key, List<String> expressions) {
        for (String expression : expressions) {
            try {
                Pattern.compile(expression);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        key + " '" + expression + "' of source '" + id + "' is not a regular expression: "
                                + e.getDescription(),
                        e);
            }
        }
        return List.copyOf(expressions);
    }
}
