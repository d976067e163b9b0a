package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.json.JsonCodec;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decisions, from the page to the labelled examples. */
class DeskTriageIT extends DeskTesting {

    @Test
    void aDecisionIsWrittenShownAndExported() throws Exception {
        String id = day.get(3).alertId();
        try (EventReader reader = EventReader.open(HTTP, house.at("/api/events"), null)) {
            patiently().until(() -> reader.heard("hello"));
            HttpResponse<String> decided =
                    decide(id, "{\"verdict\":\"relevant\",\"who\":\"A. Martin\",\"note\":\"call back\"}");
            assertThat(decided.statusCode()).isEqualTo(200);
            patiently().until(() -> reader.heard("triage"));
        }
        assertThat(json("/api/alerts/" + id).path("triage").path("verdict").asText())
                .isEqualTo("relevant");
        assertThat(examples().filter(example -> example.path("id").asText().equals(id)))
                .singleElement()
                .satisfies(example -> {
                    assertThat(example.path("text").asText())
                            .isEqualTo(day.get(3).body());
                    assertThat(example.path("verdict").asText()).isEqualTo("relevant");
                });
        assertThat(decide(id, "{\"verdict\":\"maybe\",\"who\":\"A\"}").statusCode())
                .isEqualTo(400);
        assertThat(decide(id, "{\"verdict\":\"seen\"}").statusCode()).isEqualTo(400);
        assertThat(decide("nobody", "{\"verdict\":\"seen\",\"who\":\"A\"}").statusCode())
                .isEqualTo(404);
        assertThat(decide(id, "x".repeat(20_000)).statusCode()).isEqualTo(400);
        try (DeskServer other = house.another(null)) {
            patiently()
                    .until(() -> json(other.uri().resolve("/api/triage"))
                            .path("decisions")
                            .findValuesAsText("alertId")
                            .contains(id));
        }
    }

    private static Stream<JsonNode> examples() throws Exception {
        List<JsonNode> examples = new ArrayList<>();
        for (String line : get("/api/triage.jsonl").body().lines().toList()) {
            examples.add(JsonCodec.mapper().readTree(line));
        }
        return examples.stream();
    }

    private static HttpResponse<String> decide(String id, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(house.at("/api/alerts/" + id + "/triage"))
                        .header(
                                "X-Vigie-Token",
                                json("/api/session").path("headerToken").asText())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
