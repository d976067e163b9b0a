package io.vigie.desk.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.desk.deliver.DeliveryBook;
import io.vigie.desk.http.Reply;
import io.vigie.desk.triage.TriageBook;
import io.vigie.events.Delivery;
import io.vigie.events.Triage;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.AlertQuery;
import io.vigie.sink.elastic.AlertReader;
import io.vigie.sink.elastic.AlertState;
import io.vigie.sink.elastic.AlertStatePage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the desk knew at a past moment. A card has {@code asOf}: the moment, and whether the card is {@code whole}; where
 * the alert was changed since, it is not, and has only what is kept of an earlier revision.
 */
final class AsOf {

    /** What the newest revision says and an earlier one may have said otherwise. */
    private static final List<String> NOT_KEPT = List.of(
            "@timestamp",
            "event",
            "body",
            "byline",
            "datePublished",
            "urgency",
            "evidence",
            "diff",
            "ruleset",
            "provenance",
            "latencyMs");

    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    private final AlertReader alerts;
    private final TriageBook triage;
    private final DeliveryBook deliveries;

    AsOf(AlertReader alerts, TriageBook triage, DeliveryBook deliveries) {
        this.alerts = alerts;
        this.triage = triage;
        this.deliveries = deliveries;
    }

    /**
     * A page of the list.
     *
     * @throws IllegalArgumentException as {@link AlertReader#findAsOf} does
     */
    Reply list(Instant moment, AlertQuery query) {
        AlertStatePage page = alerts.findAsOf(moment, query);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put(
                "alerts",
                page.states().stream().map(state -> card(state, moment)).toList());
        answer.put("next", page.next());
        answer.put("asOf", moment);
        return Reply.json(answer);
    }

    /** One alert, as {@link AlertsApi#one} tells it. */
    Reply one(Instant moment, String id) {
        Optional<AlertState> state = alerts.byId(id).flatMap(alert -> AlertState.of(alert, moment));
        if (state.isEmpty()) {
            return Reply.problem(404, "No such alert", "no alert had this id then");
        }
        ObjectNode card = card(state.get(), moment);
        card.set("decisions", MAPPER.valueToTree(decisions(id, moment)));
        List<Delivery> told = deliveries.of(id).stream()
                .filter(delivery -> !delivery.at().isAfter(moment))
                .toList();
        card.set("deliveries", MAPPER.valueToTree(told));
        return Reply.json(card);
    }

    private List<Triage> decisions(String id, Instant moment) {
        return triage.historyOf(id).stream()
                .filter(decision -> !decision.at().isAfter(moment))
                .toList();
    }

    private ObjectNode card(AlertState state, Instant moment) {
        ObjectNode card = MAPPER.valueToTree(state.document());
        boolean whole = state.earlier() == null;
        if (!whole) {
            card.remove(NOT_KEPT);
            card.put("revision", state.revision());
            card.set("status", MAPPER.valueToTree(state.status()));
            card.put("headline", state.headline());
            card.set("detectedAt", MAPPER.valueToTree(state.detectedAt()));
            ArrayNode themes = card.putArray("themes");
            state.themes().forEach(theme -> themes.addObject().put("theme", theme));
            if (state.diff() != null) {
                card.set("diff", MAPPER.valueToTree(state.diff()));
            }
        } else if (state.document().body().isEmpty()) {
            card.remove("body");
        }
        card.set("history", MAPPER.valueToTree(state.history()));
        card.putObject("asOf").put("at", moment.toString()).put("whole", whole);
        List<Triage> decisions = decisions(state.document().alertId(), moment);
        if (!decisions.isEmpty()) {
            card.set("triage", MAPPER.valueToTree(decisions.get(decisions.size() - 1)));
        }
        return card;
    }
}
