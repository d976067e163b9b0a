package io.vigie.sink;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.Alert;
import io.vigie.events.Outlet;
import io.vigie.events.ThemeMatch;
import io.vigie.events.json.JsonCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An alert that differs from another in one component or several. */
public record Change(Alert alert) {

    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    public Change headline(String headline) {
        return with("headline", headline);
    }

    public Change body(String body) {
        return with("body", body);
    }

    public Change language(String language) {
        return with("language", language);
    }

    public Change datePublished(@Nullable Instant at) {
        return with("datePublished", at);
    }

    public Change themes(ThemeMatch... themes) {
        return with("themes", List.of(themes));
    }

    public Change detectedAt(Instant at) {
        return with("detectedAt", at);
    }

    public Change filedAt(Instant at) {
        return with("filedAt", at);
    }

    public Change status(Alert.Status status) {
        return with("status", status);
    }

    public Change ruleset(String ruleset) {
        return with("ruleset", ruleset);
    }

    public Change outlet(Outlet outlet) {
        return with("outlet", outlet);
    }

    public Change latency(Map<String, Long> latencyMs) {
        return with("latencyMs", latencyMs);
    }

    public Change story(String id) {
        return with("storyId", id);
    }

    private Change with(String component, @Nullable Object value) {
        ObjectNode json = MAPPER.valueToTree(alert);
        json.set(component, MAPPER.valueToTree(value));
        return new Change(MAPPER.convertValue(json, Alert.class));
    }
}
