package io.vigie.desk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.desk.stories.StoryBook;
import io.vigie.desk.triage.TriageBook;
import io.vigie.events.Story;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertHit;
import io.vigie.sink.elastic.AlertReader;
import io.vigie.sink.elastic.StorySize;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Alerts as the API gives them out: the stored document, with {@code story} (how widely it is reported) and
 * {@code triage} (the decision that counts, when there is one).
 */
public final class Cards {

    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    private final AlertReader alerts;
    private final TriageBook triage;
    private final StoryBook stories;

    public Cards(AlertReader alerts, TriageBook triage, StoryBook stories) {
        this.alerts = alerts;
        this.triage = triage;
        this.stories = stories;
    }

    /** A list, with what was searched for marked. */
    List<ObjectNode> of(List<AlertHit> hits) {
        Map<String, StorySize> stories =
                stories(hits.stream().map(AlertHit::alert).toList());
        List<ObjectNode> cards = new ArrayList<>();
        for (AlertHit hit : hits) {
            ObjectNode card = card(hit.alert(), stories);
            if (!hit.highlights().isEmpty()) {
                card.set("highlights", MAPPER.valueToTree(hit.highlights()));
            }
            cards.add(card);
        }
        return cards;
    }

    /** A single one. */
    ObjectNode of(AlertDocument alert) {
        return card(alert, stories(List.of(alert)));
    }

    /**
     * The JSON of each, in the same order, for those who listen. Of stories it has what the stream has told of them; one
     * that was not told is new, and this its only report. So what is pushed costs the index no second question.
     */
    public Map<AlertDocument, byte[]> events(List<AlertDocument> documents) {
        Map<String, StorySize> stories = told(documents);
        Map<AlertDocument, byte[]> events = new LinkedHashMap<>();
        for (AlertDocument document : documents) {
            try {
                events.put(document, MAPPER.writeValueAsBytes(card(document, stories)));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("a tree that Jackson cannot write", e);
            }
        }
        return events;
    }

    private ObjectNode card(AlertDocument alert, Map<String, StorySize> stories) {
        ObjectNode card = MAPPER.valueToTree(alert);
        if (alert.body().isEmpty()) {
            card.remove("body");
        }
        StorySize story = stories.get(alert.storyId());
        if (story != null) {
            card.set("story", MAPPER.valueToTree(story));
        }
        triage.of(alert.alertId()).ifPresent(decision -> card.set("triage", MAPPER.valueToTree(decision)));
        return card;
    }

    /** As the stream tells them; the index counts those that it has not told yet. */
    private Map<String, StorySize> stories(List<AlertDocument> documents) {
        Map<String, StorySize> sizes = told(documents);
        sizes.putAll(alerts.storySizes(
                ids(documents).filter(id -> !sizes.containsKey(id)).toList()));
        return sizes;
    }

    private Map<String, StorySize> told(List<AlertDocument> documents) {
        Map<String, StorySize> sizes = new HashMap<>();
        ids(documents).forEach(id -> stories.of(id).ifPresent(story -> sizes.put(id, size(story))));
        return sizes;
    }

    private static Stream<String> ids(List<AlertDocument> documents) {
        return documents.stream().map(AlertDocument::storyId).distinct();
    }

    private static StorySize size(Story story) {
        return new StorySize(
                story.size(), story.outlets().size(), story.languages().size());
    }
}
