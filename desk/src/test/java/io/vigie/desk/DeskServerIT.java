package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.Alert;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API on a real broker and a real index. */
class DeskServerIT {

    private static final int ALERTS = 60;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static DeskHouse house;
    private static List<Alert> day;

    @BeforeAll
    static void open(@TempDir Path data) throws IOException {
        house = DeskHouse.open(data, 0);
        day = DeskPreview.fill(house, ALERTS);
        patiently()
                .until(() ->
                        json("/api/coverage?since=30d&slot=1d").path("total").asInt() >= ALERTS);
        patiently().until(() -> get("/readyz").statusCode() == 200);
    }

    @AfterAll
    static void close() {
        house.close();
    }

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
    void tellsAStoryWithItsDivergences() throws Exception {
        JsonNode story = json("/api/stories/" + day.get(ALERTS - 1).storyId());
        assertThat(story.path("reports").size())
                .isEqualTo(story.path("alerts").size())
                .isGreaterThan(1);
        assertThat(story.path("divergences")).hasSize(1);
        assertThat(get("/api/stories/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void countsAndMarksSurges() throws Exception {
        JsonNode coverage = json("/api/coverage?since=7d&slot=6h");
        assertThat(coverage.path("slots")).isNotEmpty();
        assertThat(coverage.path("surges")).hasSize(1);
        assertThat(get("/api/coverage?since=3000d&slot=1m").statusCode()).isEqualTo(400);
    }

    @Test
    void tellsHowWellSourcesAreSeen() throws Exception {
        JsonNode sources = json("/api/sources").path("sources");
        assertThat(sources).hasSize(12);
        assertThat(sources.get(0).path("state").asText()).isEqualTo("blind");
        assertThat(sources.get(0).path("slots")).hasSize(96);
    }

    @Test
    void pushesWhatCanBeFoundAndResumes() throws Exception {
        PressDay press = new PressDay(Instant.now(), 1);
        String first;
        try (EventReader reader = EventReader.open(HTTP, house.at("/api/events"), null)) {
            patiently().until(() -> reader.heard("hello"));
            house.publish(press.titled("pushed-1", "First", Instant.now()));
            patiently().until(() -> ids(reader).contains("pushed-1"));
            assertThat(get("/api/alerts/pushed-1").statusCode())
                    .as("what is pushed is found")
                    .isEqualTo(200);
            first = reader.alerts().get(ids(reader).indexOf("pushed-1")).id();
        }
        house.publish(press.titled("pushed-2", "Second", Instant.now()));
        patiently().until(() -> get("/api/alerts/pushed-2").statusCode() == 200);
        try (EventReader reader = EventReader.open(HTTP, house.at("/api/events"), first)) {
            patiently().until(() -> ids(reader).contains("pushed-2"));
            assertThat(ids(reader)).doesNotContain("pushed-1");
        }
        try (DeskServer other = house.another(null);
                EventReader reader = EventReader.open(HTTP, other.uri().resolve("/api/events"), first)) {
            patiently().until(() -> ids(reader).contains("pushed-2"));
        }
    }

    @Test
    void aStreamTakesFiltersThatItCanDecide() throws Exception {
        try (EventReader reader = EventReader.open(HTTP, house.at("/api/events?theme=china-concerns"), null)) {
            patiently().until(() -> reader.heard("hello"));
            PressDay press = new PressDay(Instant.now(), 1);
            house.publish(press.titled("other-theme", "Powder", Instant.now()));
            house.publish(press.alert(802, Instant.now())); // the third event: China
            patiently().until(() -> ids(reader).contains("item-802"));
            assertThat(ids(reader)).doesNotContain("other-theme");
        }
        assertThat(get("/api/events?q=radar").statusCode()).isEqualTo(400);
    }

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
        JsonNode example = JsonCodec.mapper()
                .readTree(get("/api/triage.jsonl").body().lines().findFirst().orElseThrow());
        assertThat(example.path("id").asText()).isEqualTo(id);
        assertThat(example.path("text").asText()).isEqualTo(day.get(3).body());
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
                                    .size()
                            == 1);
        }
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

    @Test
    void makesTheBriefInEveryForm() throws Exception {
        assertThat(json("/api/brief?since=7d").path("themes")).hasSizeGreaterThan(1);
        assertThat(get("/api/brief?format=md&language=fr").body()).startsWith("# Veille de presse");
        assertThat(get("/api/brief?format=pdf-ready").body()).contains("class=\"paper\"", "@page");
        assertThat(get("/api/brief?format=doc").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../../etc/passwd",
                "/assets/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%2f..%2fetc%2fpasswd",
                "/assets//app.js",
                "/assets/",
                "/api/alerts/%00"
            })
    void noPathLeadsOut(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .matches("HTTP/1.1 (400|404) (?s).*");
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() throws Exception {
        for (String path : List.of("/", "/assets/app.js", "/api/alerts", "/nothing", "/api/alerts?limit=x")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .isEmpty();
            assertThat(answer.headers().firstValue("server")).isEmpty();
        }
        assertThat(get("/").body()).doesNotContain("<style", "style=", "onload=");
    }

    @Test
    void anUnknownHostIsRefused() throws IOException {
        assertThat(raw("GET /api/alerts HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421 ");
    }

    @Test
    void withATokenNothingIsToldWithoutIt() throws Exception {
        String token = "a token of some length";
        try (DeskServer closed = house.another(token)) {
            assertThat(get(closed.uri().resolve("/api/alerts")).statusCode()).isEqualTo(401);
            assertThat(get(closed.uri().resolve("/api/events")).statusCode()).isEqualTo(401);
            assertThat(json(closed.uri().resolve("/api/session")).has("headerToken"))
                    .isFalse();
            HttpResponse<String> wrong = login(closed, "another token");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.headers().firstValue("set-cookie")).isEmpty();
            String cookie =
                    login(closed, token).headers().firstValue("set-cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
            HttpRequest with = HttpRequest.newBuilder(closed.uri().resolve("/api/alerts?limit=1"))
                    .header("Cookie", cookie.split(";", 2)[0])
                    .build();
            assertThat(HTTP.send(with, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> login(DeskServer desk, String token) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(desk.uri().resolve("/api/session"))
                        .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
                        .build(),
                BodyHandlers.ofString());
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

    private static List<String> ids(EventReader reader) {
        return reader.alerts().stream()
                .map(event -> event.id()
                        .substring(event.id().indexOf('-') + 1, event.id().lastIndexOf('-')))
                .toList();
    }

    private static String raw(String request) throws IOException {
        try (var socket = new java.net.Socket("127.0.0.1", house.desk().uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return get(house.at(path));
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(String path) throws Exception {
        return json(house.at(path));
    }

    private static JsonNode json(URI address) throws Exception {
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).as(address + "\n" + answer.body()).isEqualTo(200);
        return JsonCodec.mapper().readTree(answer.body());
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
