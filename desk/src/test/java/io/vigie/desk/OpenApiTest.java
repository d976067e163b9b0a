package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.desk.http.Access;
import io.vigie.desk.triage.TriageWriter;
import io.vigie.events.Readiness;
import io.vigie.events.Topics;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.ElasticAlertReader;
import io.vigie.sink.elastic.ElasticClients;
import io.vigie.sink.elastic.ElasticSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description of the API tells of every address that there is, and of no other. */
class OpenApiTest {

    @Test
    void describesEveryRoute() throws IOException {
        Map<String, Set<String>> routes = new TreeMap<>(routes());
        routes.put("/api/events", Set.of("GET"));
        assertThat(described()).isEqualTo(routes);
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode document = document();
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static Map<String, Set<String>> described() throws IOException {
        Map<String, Set<String>> described = new TreeMap<>();
        document().path("paths").fields().forEachRemaining(path -> {
            Set<String> methods = new TreeSet<>();
            path.getValue().fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
            described.put(path.getKey(), methods);
        });
        return described;
    }

    private static Map<String, Set<String>> routes() throws IOException {
        Clock clock = Clock.systemUTC();
        try (var client = ElasticClients.open(ElasticSettings.at(URI.create("http://127.0.0.1:1")))) {
            DeskParts parts = new DeskParts(
                    new ElasticAlertReader(client),
                    new TriageWriter(Map.of(), Topics.standard()),
                    new Access(null, clock),
                    clock,
                    new SimpleMeterRegistry());
            parts.push().close();
            return parts.routes(() -> "", Readiness::ready).described();
        }
    }

    private static JsonNode document() throws IOException {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("/io/vigie/desk/web/openapi.json")) {
            return JsonCodec.mapper().readTree(in);
        }
    }
}
