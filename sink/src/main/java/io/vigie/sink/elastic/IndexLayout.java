package io.vigie.sink.elastic;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A kind of document: its index template, its indices, and the alias by which it is read. Readers use the alias; only the
 * sink knows indices.
 *
 * <p>The version is raised when a mapping changes in a way that stored documents cannot follow. Each version has its own
 * template and its own indices, so that an older program can go on with the older ones; {@link IndexMigration} moves
 * documents over.
 */
public enum IndexLayout {
    /** {@link AlertDocument}, an index a month. */
    ALERTS("alerts", 1),
    /** {@link io.vigie.events.Story} by story id, one index. */
    STORIES("stories", 1),
    /** {@link io.vigie.events.Surge} by surge id, one index. */
    SURGES("surges", 1),
    /** {@link io.vigie.events.WatchEntry}, an index a month: when were we blind. */
    WATCH_LEDGER("watch-ledger", 1),
    /** {@link io.vigie.events.Delivery}, an index a month. */
    DELIVERIES("deliveries", 1);

    private final String noun;
    private final int version;

    IndexLayout(String noun, int version) {
        this.noun = noun;
        this.version = version;
    }

    /** For reading, for example {@code vigie-alerts}. */
    public String alias() {
        return "vigie-" + noun;
    }

    /** For example {@code vigie-alerts-v1}. */
    public String template() {
        return alias() + "-v" + version;
    }

    /**
     * An index of this version.
     *
     * @param suffix usually a month: {@code 2025-04} gives {@code vigie-alerts-v1-2025-04}
     */
    public String index(String suffix) {
        return template() + "-" + suffix;
    }

    /** The template as it is shipped. */
    JsonNode read() {
        String name = noun + "-template.json";
        try (InputStream in = IndexLayout.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the jar");
            }
            return JsonCodec.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + name + " is not JSON", e);
        }
    }
}
