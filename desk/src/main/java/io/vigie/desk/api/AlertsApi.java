package io.vigie.desk.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.desk.deliver.DeliveryBook;
import io.vigie.desk.http.BadRequest;
import io.vigie.desk.http.Call;
import io.vigie.desk.http.Reply;
import io.vigie.desk.stories.SurgeBook;
import io.vigie.desk.triage.TriageBook;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertFilter;
import io.vigie.sink.elastic.AlertPage;
import io.vigie.sink.elastic.AlertQuery;
import io.vigie.sink.elastic.AlertReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alerts one by one, in lists and counted. */
public final class AlertsApi {

    private static final ObjectMapper MAPPER = JsonCodec.mapper();
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int MOST_SLOTS = 1_000;
    private static final Duration USUAL_BACK = Duration.ofDays(7);

    private final AlertReader alerts;
    private final Cards cards;
    private final Filters filters;
    private final TriageBook triage;
    private final DeliveryBook deliveries;
    private final SurgeBook surges;
    private final AsOf past;

    public AlertsApi(
            AlertReader alerts,
            Cards cards,
            Filters filters,
            TriageBook triage,
            DeliveryBook deliveries,
            SurgeBook surges) {
        this.alerts = alerts;
        this.cards = cards;
        this.filters = filters;
        this.triage = triage;
        this.deliveries = deliveries;
        this.surges = surges;
        this.past = new AsOf(alerts, triage, deliveries);
    }

    /** {@code GET /api/alerts}: newest first, without bodies; with {@code as-of}, as they stood then. */
    public Reply list(Call call) {
        int size = Filters.number(call, "limit", LARGEST_PAGE, USUAL_PAGE);
        Instant moment = Filters.asOf(call);
        AlertQuery query = new AlertQuery(
                        filters.ofAnyTime(call), size, call.parameter("cursor").orElse(null))
                .withoutBodies();
        return moment == null ? newest(query) : then(moment, query);
    }

    private Reply then(Instant moment, AlertQuery query) {
        try {
            return past.list(moment, query);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private Reply newest(AlertQuery query) {
        AlertPage page = find(query);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("alerts", cards.of(page.hits()));
        answer.put("next", page.next());
        return Reply.json(answer);
    }

    private AlertPage find(AlertQuery query) {
        try {
            return alerts.find(query);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    /** {@code GET /api/alerts/{id}}: all that is known of one; with {@code as-of}, what was known then. */
    public Reply one(Call call) {
        Instant moment = Filters.asOf(call);
        if (moment != null) {
            return past.one(moment, call.variable("id"));
        }
        Optional<AlertDocument> found = alerts.byId(call.variable("id"));
        if (found.isEmpty()) {
            return Reply.problem(404, "No such alert", "no alert has this id");
        }
        AlertDocument alert = found.get();
        ObjectNode card = cards.of(alert);
        card.set("decisions", MAPPER.valueToTree(triage.historyOf(alert.alertId())));
        card.set("deliveries", MAPPER.valueToTree(deliveries.of(alert.alertId())));
        return Reply.json(card);
    }

    /** {@code GET /api/coverage}: counts over time and by publisher. */
    public Reply coverage(Call call) {
        AlertFilter filter = filters.of(call);
        Instant from = filter.from();
        if (from == null) {
            filter = filters.since(filter, USUAL_BACK);
            from = filter.from();
        }
        Duration slot =
                call.parameter("slot").map(span -> Filters.span("slot", span)).orElse(Duration.ofHours(1));
        if (from != null && filters.age(from).dividedBy(slot) > MOST_SLOTS) {
            throw new BadRequest("slot is too short for that time: at most " + MOST_SLOTS + " slots");
        }
        ObjectNode answer = MAPPER.valueToTree(alerts.coverage(filter, slot));
        Instant since = from == null ? Instant.EPOCH : from;
        answer.set("surges", MAPPER.valueToTree(surges.since(since)));
        return Reply.json(answer);
    }
}
