package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the saved objects for Kibana ask for is in the mapping, and they refer to each other only. */
class KibanaFilesTest {

    private static final ObjectMapper MAPPER = JsonCodec.mapper();
    private static final Path FILE = Path.of("..", "docker", "kibana", "vigie.ndjson");
    private static final Pattern NESTED = Pattern.compile("(\\w+):\\{ (\\w+):");

    @Test
    void everyFieldIsInTheMapping() throws IOException {
        Set<String> fields = new TreeSet<>();
        for (JsonNode object : objects()) {
            fields.addAll(object.findValuesAsText("timeFieldName"));
            object.path("attributes").path("columns").forEach(column -> fields.add(column.asText()));
            String state = object.path("attributes").path("visState").asText();
            if (!state.isEmpty()) {
                JsonNode vis = MAPPER.readTree(state);
                fields.addAll(vis.findValuesAsText("field"));
                vis.findValuesAsText("query").forEach(query -> addNested(query, fields));
            }
        }
        assertThat(fields)
                .hasSizeGreaterThan(8)
                .allSatisfy(field -> assertThat(isMapped(field)).as(field).isTrue());
    }

    @Test
    void everyReferenceLeadsToAnObject() throws IOException {
        Set<String> ids = new TreeSet<>();
        objects()
                .forEach(object -> ids.add(
                        object.path("type").asText() + " " + object.path("id").asText()));
        for (JsonNode object : objects()) {
            object.path("references")
                    .forEach(reference -> assertThat(ids)
                            .contains(reference.path("type").asText() + " "
                                    + reference.path("id").asText()));
        }
    }

    private static void addNested(String query, Set<String> fields) {
        Matcher nested = NESTED.matcher(query);
        while (nested.find()) {
            fields.add(nested.group(1) + "." + nested.group(2));
        }
    }

    private static boolean isMapped(String field) {
        JsonNode at = mapping();
        for (String part : field.split("\\.")) {
            if (at.path("dynamic").asBoolean()) {
                return true;
            }
            at = at.path("properties").path(part);
            if (at.isMissingNode()) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode mapping() {
        try (InputStream in =
                KibanaFilesTest.class.getResourceAsStream("/io/vigie/sink/elastic/alerts-template.json")) {
            return MAPPER.readTree(in).path("template").path("mappings");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> objects() throws IOException {
        return Files.readAllLines(FILE).stream().map(KibanaFilesTest::read).toList();
    }

    private static JsonNode read(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
