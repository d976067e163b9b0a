package io.vigie.desk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.vigie.desk.http.BadRequest;
import io.vigie.desk.http.Call;
import io.vigie.desk.http.Reply;
import io.vigie.desk.triage.TriageBook;
import io.vigie.desk.triage.TriageWriter;
import io.vigie.events.Triage;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decisions: taking them down, and giving them out as labelled examples. */
public final class TriageApi {

    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    private final AlertReader alerts;
    private final TriageBook book;
    private final TriageWriter writer;
    private final Clock clock;
    private final Consumer<Triage> tell;

    /** What a caller sends. */
    private record Decision(
            Triage.@Nullable Verdict verdict,
            @Nullable String note,
            @Nullable String who) {}

    /**
     * Over a book that is read from the topic.
     *
     * @param tell hears of each decision that was written
     */
    public TriageApi(AlertReader alerts, TriageBook book, TriageWriter writer, Clock clock, Consumer<Triage> tell) {
        this.alerts = alerts;
        this.book = book;
        this.writer = writer;
        this.clock = clock;
        this.tell = tell;
    }

    /** {@code POST /api/alerts/{id}/triage} with {@code {"verdict":"relevant","who":"A. Martin","note":"…"}}. */
    public Reply decide(Call call) {
        Decision decision = decision(call.body());
        Optional<AlertDocument> alert = alerts.byId(call.variable("id"));
        if (alert.isEmpty()) {
            return Reply.problem(404, "No such alert", "no alert has this id");
        }
        Triage triage = triage(alert.get(), decision);
        writer.write(triage);
        if (book.add(triage)) {
            tell.accept(triage);
        }
        return Reply.json(triage);
    }

    private Triage triage(AlertDocument alert, Decision decision) {
        Triage.Verdict verdict = decision.verdict();
        if (verdict == null) {
            throw new BadRequest("verdict must be seen, relevant or not-relevant");
        }
        String note = decision.note();
        try {
            return new Triage(
                    alert.alertId(),
                    alert.revision(),
                    verdict,
                    note == null || note.isBlank() ? null : note.strip(),
                    decision.who() == null ? "" : decision.who().strip(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private static Decision decision(byte[] body) {
        try {
            Decision decision = MAPPER.readValue(body, Decision.class);
            if (decision != null) {
                return decision;
            }
        } catch (JsonProcessingException e) {
            // Refused below; what Jackson says of it would repeat what the caller sent.
        } catch (IOException e) {
            throw new UncheckedIOException("reading memory does not fail", e);
        }
        throw new BadRequest("send JSON such as {\"verdict\":\"relevant\",\"who\":\"A. Martin\"}");
    }

    /** {@code GET /api/triage}: the decisions that count, newest last, without texts. */
    public Reply list(Call call) {
        return Reply.json(Map.of("decisions", book.all()));
    }

    /**
     * {@code GET /api/triage.jsonl}: one decided alert a line, in the form that {@code vigie classify} reads, with
     * {@code verdict}, {@code themes} (as alerted), {@code note}, {@code who} and {@code at}.
     */
    public Reply examples(Call call) {
        List<Triage> decisions = List.copyOf(book.all());
        return Reply.stream("application/x-ndjson; charset=utf-8", out -> write(decisions, out))
                .header("Content-Disposition", "attachment; filename=\"vigie-triage.jsonl\"");
    }

    private void write(List<Triage> decisions, OutputStream out) throws IOException {
        try (SequenceWriter lines = MAPPER.writer().withRootValueSeparator("\n").writeValues(out)) {
            for (Triage triage : decisions) {
                Optional<AlertDocument> alert = alerts.byId(triage.alertId());
                if (alert.isPresent()) {
                    lines.write(example(triage, alert.get()));
                }
            }
        }
    }

    private static JsonNode example(Triage triage, AlertDocument alert) {
        Map<String, @Nullable Object> example = new LinkedHashMap<>();
        example.put("id", alert.alertId());
        example.put("title", alert.headline());
        example.put("text", alert.body());
        example.put("language", alert.language());
        example.put("url", alert.url());
        example.put("verdict", triage.verdict());
        List<String> themes = new ArrayList<>();
        alert.themes().forEach(theme -> themes.add(theme.theme()));
        example.put("themes", themes);
        example.put("ruleset", alert.ruleset());
        example.put("note", triage.note());
        example.put("who", triage.who());
        example.put("at", triage.at());
        return MAPPER.valueToTree(example);
    }
}
