package io.vigie.audit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.Alert;
import io.vigie.events.Classification;
import io.vigie.events.json.JsonCodec;
import java.util.List;

/**
 * The parts of a record that follow from what is in a bundle, compared as the JSON that Vigie writes of them.
 *
 * <p>Of an alert that is everything but the story that other items decide, what a revision, this or an earlier
 * one, changed in the words of a diff, and the times that clocks measured. Of a classification, everything but errors, some of which depend on how busy
 * a machine was. Words marked inside a quote are for the eye.
 */
final class Decisions {

    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    private static final List<String> OF_CLASSIFICATION = List.of("ruleset", "language", "themes");
    private static final List<String> OF_ALERT = List.of(
            "alertId",
            "itemId",
            "revision",
            "status",
            "url",
            "headline",
            "body",
            "byline",
            "language",
            "outlet",
            "datePublished",
            "detectedAt",
            "filedAt",
            "themes",
            "history",
            "ruleset",
            "provenance");

    private Decisions() {}

    /** Names of the fields that differ. */
    static List<String> differences(Classification recorded, Classification again) {
        return differences(OF_CLASSIFICATION, recorded, again);
    }

    static List<String> differences(Alert recorded, Alert again) {
        return differences(OF_ALERT, recorded, again);
    }

    private static List<String> differences(List<String> fields, Object recorded, Object again) {
        JsonNode one = json(recorded);
        JsonNode other = json(again);
        return fields.stream()
                .filter(field ->
                        !one.path(field).toString().equals(other.path(field).toString()))
                .toList();
    }

    private static JsonNode json(Object record) {
        JsonNode json = MAPPER.valueToTree(record);
        for (JsonNode theme : json.path("themes")) {
            for (JsonNode evidence : theme.path("evidence")) {
                if (evidence instanceof ObjectNode object) {
                    object.remove("marks");
                }
            }
        }
        for (JsonNode earlier : json.path("history")) {
            if (earlier instanceof ObjectNode object) {
                object.remove("diff");
            }
        }
        return json;
    }
}
