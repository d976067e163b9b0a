package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.Alert;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alerts in lists, one by one and as files. */
class DeskAlertsIT extends DeskTesting {

    @Test
    void pagesThroughAllAlertsNewestFirstWithoutBodies() throws Exception {
        List<String> ids = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json("/api/alerts?limit=25&to=" + Instant.now().minusSeconds(20)
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("alerts").forEach(alert -> {
                ids.add(alert.path("alertId").asText());
                times.add(alert.path("detectedAt").asText());
                assertThat(alert.has("body")).isFalse();
                assertThat(alert.path("story").path("reports").asInt()).isPositive();
            });
            cursor = page.path("next").asText();
        } while (!cursor.isEmpty());
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(ALERTS - 5);
        assertThat(times).isSortedAccordingTo((a, b) -> Instant.parse(b).compareTo(Instant.parse(a)));
    }

    @Test
    void filtersAndMarksWhatWasSearchedFor() throws Exception {
        JsonNode found = json("/api/alerts?q=soudeurs&language=fr&theme=defence-industry")
                .path("alerts");
        assertThat(found).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.path("language").asText()).isEqualTo("fr");
            JsonNode highlight = alert.path("highlights").get(0);
            JsonNode mark = highlight.path("marks").get(0);
            assertThat(highlight
                            .path("text")
                            .asText()
                            .substring(
                                    mark.path("start").asInt(), mark.path("end").asInt()))
                    .isEqualTo("soudeurs");
        });
    }

    @Test
    void tellsAllThatIsKnownOfOneAlert() throws Exception {
        Alert last = day.get(ALERTS - 1);
        JsonNode alert = json("/api/alerts/" + last.alertId());
        assertThat(alert.path("body").asText()).isEqualTo(last.body());
        assertThat(alert.path("provenance").path("sha256").asText())
                .isEqualTo(last.provenance().sha256());
        assertThat(alert.path("evidence").get(0).path("marks")).isNotEmpty();
        patiently()
                .until(() -> json("/api/alerts/" + last.alertId())
                        .path("deliveries")
                        .findValuesAsText("channel")
                        .equals(List.of("duty-room")));
        assertThat(get("/api/alerts/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsWhatEachRevisionChanged() throws Exception {
        Alert amended = day.get(ALERTS - 3);
        patiently()
                .until(() -> json("/api/alerts/" + amended.alertId())
                                .path("revision")
                                .asInt()
                        == 3);
        JsonNode alert = json("/api/alerts/" + amended.alertId());
        assertThat(alert.path("diff").path("themesLost").get(0).asText()).isEqualTo("defence-industry");
        assertThat(alert.path("themes").findValuesAsText("theme"))
                .as("what was lost is not shown")
                .doesNotContain("defence-industry");
        JsonNode history = alert.path("history");
        assertThat(history.get(0).has("diff")).as("the first revision").isFalse();
        assertThat(history.get(1).path("diff").path("sentencesRemoved").get(0).asText())
                .isEqualTo("An earlier version gave the sum as 1.1 billion.");
    }

    @Test
    void exportsWholeLists() throws Exception {
        List<String> csv = get("/api/alerts.csv?country=JP").body().lines().toList();
        assertThat(csv.get(0)).startsWith("detectedAt,datePublished,status");
        assertThat(csv)
                .hasSizeGreaterThan(1)
                .anySatisfy(line -> assertThat(line).contains("みなと新報"));
        List<String> lines = get("/api/alerts.jsonl?limit=7").body().lines().toList();
        assertThat(lines).hasSize(7).allSatisfy(line -> assertThat(line).contains("\"body\":"));
    }

    @Test
    void aFormulaInAHeadlineStaysText() throws Exception {
        house.publish(
                new PressDay(Instant.now(), 1).titled("formula", "=HYPERLINK(\"http://evil.example\")", Instant.now()));
        patiently().until(() -> get("/api/alerts/formula").statusCode() == 200);
        assertThat(get("/api/alerts.csv?story=story-of-formula").body()).contains("\"'=HYPERLINK(");
    }

    @Test
    void feedsAreWellFormedWhateverAHeadlineHolds() throws Exception {
        house.publish(new PressDay(Instant.now(), 1).titled("control", "Bell\u0007 & <b>bold</b>", Instant.now()));
        patiently().until(() -> get("/api/alerts/control").statusCode() == 200);
        var parser = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
        HttpResponse<java.io.InputStream> atom = HTTP.send(
                HttpRequest.newBuilder(house.at("/feeds/alerts.atom?theme=defence-industry"))
                        .build(),
                BodyHandlers.ofInputStream());
        var document = parser.parse(atom.body());
        assertThat(document.getElementsByTagName("entry").getLength()).isPositive();
        assertThat(atom.headers().firstValue("content-type")).hasValue("application/atom+xml; charset=utf-8");
        assertThat(json("/feeds/alerts.json").path("items")).hasSize(50);
    }
}
