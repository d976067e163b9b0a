package io.vigie.ingest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigie.events.ListingHints;
import io.vigie.events.SourceDefinition;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.events.yaml.ConfigurationException;
import io.vigie.events.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.select.Selector;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * The sources to watch, as {@code sources.yaml} lists them:
 *
 * <pre>{@code
 * sources:
 *   - {id: otan-fr, name: OTAN, url: "https://www.nato.int/sitemap.xml", include: ["/fr/news"], language: fr}
 * }</pre>
 *
 * Required are {@code id}, {@code name} and {@code url}; see {@link SourceDefinition} for the others, which default to
 * {@code kind: auto}, {@code every: 10m}, {@code enabled: true}, {@code allowPrivate: false}.
 *
 * @param sources each with an id of its own
 */
public record Sources(List<SourceDefinition> sources) {

    /** Name of the file in a configuration folder. */
    public static final String FILE = "sources.yaml";

    private static final Duration EVERY = Duration.ofMinutes(10);

    public Sources {
        Set<String> ids = new HashSet<>();
        for (SourceDefinition source : sources) {
            if (!ids.add(source.id())) {
                throw new IllegalArgumentException("source id '" + source.id() + "' stands twice; give each its own");
            }
        }
        sources = List.copyOf(sources);
    }

    /**
     * Reads {@code sources.yaml}.
     *
     * @throws ConfigurationException with one line that says what to mend
     */
    public static Sources load(Path file, StrictYaml yaml) {
        try {
            return parse(file.toString(), Files.readString(file), yaml);
        } catch (IOException e) {
            throw new ConfigurationException(file + ": cannot be read; put the list of sources there", e);
        }
    }

    /**
     * The text of the list that ships with Vigie, comments included: some 50 ministries, alliances and newsrooms, with
     * what is known of each. A new configuration folder begins with it.
     */
    public static String shipped() {
        try (InputStream text = Sources.class.getResourceAsStream(FILE)) {
            return new String(
                    Objects.requireNonNull(text, "ships with this class").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }

    /** The same as {@link #load}, from the file's text. */
    public static Sources parse(String file, String text, StrictYaml yaml) {
        return yaml.read(file, text, Written.class).sources;
    }

    private static void checkSelectors(String id, ListingHints hints) {
        checkSelector(id, "entry", hints.entry());
        checkSelector(id, "link", hints.link());
        checkSelector(id, "title", hints.title());
        checkSelector(id, "date", hints.date());
    }

    private static void checkSelector(String id, String key, @Nullable String css) {
        try {
            if (css != null) {
                Selector.evaluatorOf(css);
            }
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "listing " + key + " '" + css + "' of source '" + id + "' is not a CSS selector; write it as in "
                            + "'ul.news > li': " + e.getMessage(),
                    e);
        }
    }

    private static final class Written {

        private final Sources sources;

        @JsonCreator
        Written(@JsonProperty(value = "sources", required = true) List<Entry> sources) {
            this.sources =
                    new Sources(sources.stream().map(entry -> entry.definition).toList());
        }
    }

    /** As written: everything that has a default may be absent. */
    private static final class Entry {

        private final SourceDefinition definition;

        @JsonCreator
        Entry(
                @JsonProperty(value = "id", required = true) String id,
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "url", required = true) URI url,
                @JsonProperty("kind") @Nullable Kind kind,
                @JsonProperty("include") @Nullable List<String> include,
                @JsonProperty("exclude") @Nullable List<String> exclude,
                @JsonProperty("language") @Nullable String language,
                @JsonProperty("country") @Nullable String country,
                @JsonProperty("every") @Nullable Duration every,
                @JsonProperty("enabled") @Nullable Boolean enabled,
                @JsonProperty("allowPrivate") @Nullable Boolean allowPrivate,
                @JsonProperty("listing") @Nullable ListingHints listing) {
            if (listing != null) {
                checkSelectors(id, listing);
            }
            this.definition = new SourceDefinition(
                    id,
                    name,
                    url,
                    Objects.requireNonNullElse(kind, Kind.AUTO),
                    Objects.requireNonNullElse(include, List.of()),
                    Objects.requireNonNullElse(exclude, List.of()),
                    language,
                    country,
                    Objects.requireNonNullElse(every, EVERY),
                    Objects.requireNonNullElse(enabled, true),
                    Objects.requireNonNullElse(allowPrivate, false),
                    listing);
        }
    }
}
