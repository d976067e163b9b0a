package io.vigie.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.desk.api.AlertsApi;
import io.vigie.desk.api.Cards;
import io.vigie.desk.api.ExportApi;
import io.vigie.desk.api.Filters;
import io.vigie.desk.api.StoriesApi;
import io.vigie.desk.api.TriageApi;
import io.vigie.desk.brief.BriefApi;
import io.vigie.desk.deliver.DeliveryBook;
import io.vigie.desk.feed.FeedsApi;
import io.vigie.desk.http.Access;
import io.vigie.desk.http.BadRequest;
import io.vigie.desk.http.Call;
import io.vigie.desk.http.Reply;
import io.vigie.desk.http.Routes;
import io.vigie.desk.live.PushLoop;
import io.vigie.desk.stories.StoryBook;
import io.vigie.desk.stories.SurgeBook;
import io.vigie.desk.topics.Reading;
import io.vigie.desk.triage.TriageBook;
import io.vigie.desk.triage.TriageException;
import io.vigie.desk.triage.TriageWriter;
import io.vigie.desk.watch.SourceView;
import io.vigie.desk.watch.WatchBoard;
import io.vigie.events.Alert;
import io.vigie.events.Readiness;
import io.vigie.events.Topics;
import io.vigie.events.Triage;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.AlertReader;
import io.vigie.sink.elastic.AlertStoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the desk is made of, and which address and which topic belongs to which part. */
final class DeskParts {

    /** Alerts younger than this may not be in the index yet when the desk starts. */
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private static final JsonCodec<Alert> ALERTS = JsonCodec.of(Alert.class);
    private static final JsonCodec<Triage> TRIAGE = JsonCodec.of(Triage.class);
    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    private final Access access;
    private final TriageBook triage = new TriageBook();
    private final DeliveryBook deliveries = new DeliveryBook();
    private final StoryBook stories = new StoryBook();
    private final SurgeBook surges = new SurgeBook();
    private final WatchBoard watch;
    private final PushLoop push;
    private final AlertsApi alertsApi;
    private final StoriesApi storiesApi;
    private final ExportApi exports;
    private final FeedsApi feeds;
    private final TriageApi triageApi;
    private final BriefApi briefs;

    DeskParts(AlertReader alerts, TriageWriter writer, Access access, Clock clock, MeterRegistry meters) {
        this.access = access;
        this.watch = new WatchBoard(clock);
        Cards cards = new Cards(alerts, triage, stories);
        Filters filters = new Filters(clock);
        this.push = new PushLoop(alerts, cards, clock, meters);
        this.alertsApi = new AlertsApi(alerts, cards, filters, triage, deliveries, surges);
        this.storiesApi = new StoriesApi(alerts, cards, stories);
        this.exports = new ExportApi(alerts, filters);
        this.feeds = new FeedsApi(alerts, filters);
        this.triageApi = new TriageApi(alerts, triage, writer, clock, this::tell);
        this.briefs = new BriefApi(alerts, clock);
    }

    PushLoop push() {
        return push;
    }

    List<Reading> readings(Topics topics) {
        return List.of(
                Reading.since(topics.alerts(), SETTLING, this::readAlert),
                Reading.whole(topics.triage(), this::readTriage),
                Reading.whole(topics.sources(), watch::readSource),
                Reading.whole(topics.stories(), stories::readStory),
                Reading.since(topics.divergences(), StoryBook.BACK, stories::readDivergence),
                Reading.since(topics.surges(), SurgeBook.BACK, surges::read),
                Reading.whole(topics.fetchState(), watch::readState),
                Reading.since(topics.watchLedger(), SourceView.BACK, watch::readEntry),
                Reading.since(topics.deliveryLedger(), DeliveryBook.BACK, deliveries::read));
    }

    private void readAlert(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        byte[] value = record.value();
        if (value != null) {
            Alert alert = ALERTS.decode(value);
            push.expect(alert.alertId(), alert.revision());
        }
    }

    private void readTriage(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        byte[] value = record.value();
        if (triage.read(record) && value != null) {
            tell(TRIAGE.decode(value));
        }
    }

    private void tell(Triage decision) {
        push.tell("triage", TRIAGE.encode(decision));
    }

    Routes routes(Supplier<String> scrape, Supplier<Readiness> readiness) {
        return new Routes()
                .add("GET", "/livez", call -> Reply.text(200, "alive"))
                .add("GET", "/readyz", call -> ready(readiness.get()))
                .add("GET", "/metrics", call -> metrics(scrape.get()))
                .add("GET", "/api/session", this::session)
                .add("POST", "/api/session", this::login)
                .add("GET", "/api/alerts", alertsApi::list)
                .add("GET", "/api/alerts.csv", exports::csv)
                .add("GET", "/api/alerts.jsonl", exports::jsonLines)
                .add("GET", "/api/alerts/{id}", alertsApi::one)
                .add("POST", "/api/alerts/{id}/triage", triageApi::decide)
                .add("GET", "/api/triage", triageApi::list)
                .add("GET", "/api/triage.jsonl", triageApi::examples)
                .add("GET", "/api/stories/{id}", storiesApi::story)
                .add("GET", "/api/coverage", alertsApi::coverage)
                .add("GET", "/api/sources", call -> Reply.json(Map.of("sources", watch.sources())))
                .add("GET", "/api/brief", briefs::brief)
                .add("GET", "/feeds/alerts.atom", feeds::atom)
                .add("GET", "/feeds/alerts.json", feeds::json);
    }

    private static Reply ready(Readiness readiness) {
        return readiness instanceof Readiness.NotReady not ? Reply.text(503, not.why()) : Reply.text(200, "ready");
    }

    private static Reply metrics(String text) {
        return Reply.of(200, "text/plain; version=0.0.4; charset=utf-8", text.getBytes(UTF_8));
    }

    /** What the page needs to begin: whether it must ask for the token, and what its changes must carry. */
    private Reply session(Call call) {
        boolean in = access.lets(call);
        Map<String, @Nullable Object> session = new LinkedHashMap<>();
        session.put("tokenNeeded", !in);
        session.put("headerToken", in ? access.headerToken() : null);
        return Reply.json(session);
    }

    private Reply login(Call call) {
        String token;
        try {
            JsonNode sent = MAPPER.readTree(call.body());
            token = sent == null ? "" : sent.path("token").asText();
        } catch (JsonProcessingException e) {
            throw new BadRequest("send JSON such as {\"token\":\"…\"}");
        } catch (IOException e) {
            throw new UncheckedIOException("reading memory does not fail", e);
        }
        if (!access.isToken(token)) {
            return Reply.problem(401, "Wrong token", "this is not the desk's token");
        }
        return Reply.json(Map.of("headerToken", access.headerToken())).header("Set-Cookie", access.sessionCookie());
    }

    /** What a failure means to a caller; empty for what is our own fault. */
    Optional<Reply> failure(RuntimeException failure) {
        if (failure instanceof BadRequest) {
            return Optional.of(Reply.problem(400, "Bad request", String.valueOf(failure.getMessage())));
        }
        if (failure instanceof AlertStoreException || failure instanceof TriageException) {
            return Optional.of(Reply.problem(503, "Not now", String.valueOf(failure.getMessage()))
                    .header("Retry-After", "2"));
        }
        return Optional.empty();
    }
}
