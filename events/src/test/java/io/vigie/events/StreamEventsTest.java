package io.vigie.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.json.JsonCodec;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamEventsTest {

    private static final Instant AT = Instant.parse("2025-04-09T10:00:00Z");
    private static final Outlet OUTLET = new Outlet("otan-fr", "OTAN", "INT");

    @Test
    void aStoryReadsBackWithItsReports() {
        Story.Report report = new Story.Report(
                "i1", 2, false, OUTLET, "fr", "Visite", URI.create("https://otan.example/a"), null, AT, List.of("a"));
        Story story = new Story(
                "i1",
                Story.Status.OPEN,
                null,
                AT,
                AT,
                List.of("otan-fr"),
                List.of("fr"),
                List.of("INT"),
                List.of("a"),
                1,
                List.of(report));
        JsonCodec<Story> codec = JsonCodec.of(Story.class);
        assertThat(codec.decode(codec.encode(story))).isEqualTo(story);
        assertThat(new String(codec.encode(story), UTF_8))
                .contains("\"status\":\"open\"")
                .doesNotContain("mergedInto");
    }

    @Test
    void aMergedStoryNamesItsElder() {
        assertThatThrownBy(() -> new Story(
                        "i1",
                        Story.Status.MERGED,
                        null,
                        AT,
                        AT,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mergedInto");
    }

    @Test
    void coverageIsKeyedByThemeOutletAndHour() {
        assertThat(new Coverage("ukraine-support", OUTLET, AT, 3).key())
                .isEqualTo("ukraine-support/otan-fr/2025-04-09T10:00:00Z");
    }

    @Test
    void alertsOfEarlierVersionsHaveNoDiff() {
        String old =
                "{\"alertId\":\"a\",\"itemId\":\"a\",\"revision\":1,\"status\":\"new\",\"url\":\"https://a.example/\","
                        + "\"headline\":\"h\",\"body\":\"b\",\"byline\":[],\"language\":\"fr\","
                        + "\"outlet\":{\"id\":\"o\",\"name\":\"O\"},\"detectedAt\":\"2025-04-09T10:00:00Z\","
                        + "\"filedAt\":\"2025-04-09T10:00:00Z\",\"themes\":[],\"history\":[],\"storyId\":\"a\","
                        + "\"ruleset\":\"r\",\"provenance\":{\"topic\":\"t\",\"partition\":0,\"offset\":1},\"latencyMs\":{}}";
        assertThat(JsonCodec.of(Alert.class).decode(old.getBytes(UTF_8)).diff()).isNull();
    }
}
