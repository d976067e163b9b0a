package io.vigie.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.desk.http.BadRequest;
import io.vigie.desk.http.Call;
import io.vigie.events.Alert;
import io.vigie.sink.elastic.AlertFilter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

    private static final Instant NOW = Instant.parse("2026-04-02T06:00:00Z");

    private final Filters filters = new Filters(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void readsEveryParameter() {
        AlertFilter filter = filters.of(call(
                "q=radar",
                "theme=ukraine-support",
                "minScore=0.7",
                "language=fr",
                "outlet=otan-fr",
                "country=INT",
                "status=amended",
                "story=s1",
                "from=2026-04-01T00:00:00Z",
                "to=2026-04-02T00:00:00Z"));
        assertThat(filter)
                .isEqualTo(new AlertFilter(
                        "radar",
                        "ukraine-support",
                        0.7,
                        "fr",
                        "otan-fr",
                        "INT",
                        Alert.Status.AMENDED,
                        "s1",
                        Instant.parse("2026-04-01T00:00:00Z"),
                        Instant.parse("2026-04-02T00:00:00Z")));
    }

    @Test
    void absentAndBlankLetAllPass() {
        assertThat(filters.of(call("theme=", "q=  "))).isEqualTo(AlertFilter.ALL);
    }

    @Test
    void sinceIsASpanBackFromNow() {
        assertThat(filters.of(call("since=24h")).from()).isEqualTo(Instant.parse("2026-04-01T06:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "minScore=2, minScore",
        "minScore=NaN, minScore",
        "minScore=x, minScore",
        "status=gone, status",
        "from=yesterday, from",
        "to=2026, to",
        "since=1y, since",
        "since=0h, since",
        "since=999999d, since"
    })
    void saysWhichParameterMakesNoSense(String parameter, String name) {
        assertThatThrownBy(() -> filters.of(call(parameter)))
                .isInstanceOf(BadRequest.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void aValueThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> filters.of(call("q=" + "a".repeat(1_001)))).isInstanceOf(BadRequest.class);
    }

    private static Call call(String... parameters) {
        Map<String, List<String>> query = new TreeMap<>();
        for (String parameter : parameters) {
            String[] pair = parameter.split("=", 2);
            query.put(pair[0], List.of(pair[1]));
        }
        return new Call("GET", "/api/alerts", query, Map.of(), Map.of(), new byte[0]);
    }
}
