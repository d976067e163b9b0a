package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.Alert;
import io.vigie.events.Triage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk knew at a past moment: of an alert raised at noon, amended at one, retracted at two. */
class DeskAsOfIT extends DeskTesting {

    private static final Instant NOON = Instant.now()
            .truncatedTo(ChronoUnit.DAYS)
            .minus(Duration.ofDays(40))
            .plus(Duration.ofHours(12));

    private static final String ID = "as-of";
    private static final String LIST = "/api/alerts?story=story-of-as-of&as-of=";

    @BeforeAll
    static void publish() {
        PressDay press = new PressDay(NOON, 1);
        Alert raised = press.titled(ID, "Powder plant to open", NOON);
        Alert amended = press.amended(raised, at(60));
        house.publish(raised);
        house.publish(amended);
        house.publish(press.retracted(amended, at(120)));
        Triage decision = new Triage(ID, 1, Triage.Verdict.RELEVANT, "Told at once.", "A. Martin", at(10));
        house.write(DeskHouse.TOPICS.triage(), ID, decision, Triage.class);
        patiently()
                .until(() -> get("/api/alerts/" + ID).statusCode() == 200
                        && json("/api/alerts/" + ID).path("revision").asInt() == 3
                        && json("/api/alerts/" + ID).has("triage"));
    }

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void anAlertNotYetRaisedDoesNotAppear() throws Exception {
        assertThat(json(LIST + at(-1)).path("alerts")).isEmpty();
        assertThat(get("/api/alerts/" + ID + "?as-of=" + at(-1)).statusCode()).isEqualTo(404);
    }

    @Test
    void aLaterAmendmentAndRetractionDoNotShow() throws Exception {
        assertThat(json(LIST + at(30)).path("alerts")).singleElement().satisfies(alert -> {
            assertThat(alert.path("revision").asInt()).isEqualTo(1);
            assertThat(alert.path("status").asText()).isEqualTo("new");
            assertThat(alert.path("detectedAt").asText()).isEqualTo(NOON.toString());
            assertThat(alert.path("history")).isEmpty();
            assertThat(alert.path("triage").path("verdict").asText()).isEqualTo("relevant");
        });
        JsonNode amended = json("/api/alerts/" + ID + "?as-of=" + at(90));
        assertThat(amended.path("status").asText()).isEqualTo("amended");
        assertThat(amended.path("diff").path("sentencesRemoved")).isNotEmpty();
        assertThat(amended.path("history")).hasSize(1);
        JsonNode retracted = json("/api/alerts/" + ID + "?as-of=" + at(120));
        assertThat(retracted.path("status").asText()).isEqualTo("retracted");
        assertThat(retracted.path("asOf").path("whole").asBoolean()).isTrue();
    }

    @Test
    void whatIsNotKeptOfAnEarlierRevisionIsLeftOut() throws Exception {
        JsonNode alert = json("/api/alerts/" + ID + "?as-of=" + at(30));
        assertThat(alert.path("asOf").path("whole").asBoolean(true)).isFalse();
        for (String field : new String[] {"evidence", "ruleset", "provenance", "latencyMs", "body", "diff"}) {
            assertThat(alert.has(field)).as(field).isFalse();
        }
        assertThat(alert.path("themes").get(0).has("score")).isFalse();
    }

    @Test
    void aDecisionOfLaterDoesNotShow() throws Exception {
        JsonNode alert = json("/api/alerts/" + ID + "?as-of=" + at(5));
        assertThat(alert.has("triage")).isFalse();
        assertThat(alert.path("decisions")).isEmpty();
        assertThat(json("/api/alerts/" + ID + "?as-of=" + at(15)).path("decisions"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/alerts?as-of=yesterday",
                "/api/alerts?as-of=2026-04-01T06:00:00Z&q=radar",
                "/api/alerts?as-of=2026-04-01T06:00:00Z&minScore=0.5",
                "/api/alerts.csv?as-of=2026-04-01T06:00:00Z",
                "/api/coverage?as-of=2026-04-01T06:00:00Z",
                "/feeds/alerts.atom?as-of=2026-04-01T06:00:00Z",
                "/api/events?as-of=2026-04-01T06:00:00Z"
            })
    void refusesWhatItCannotTellOfThePast(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }
}
