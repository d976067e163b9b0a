package io.vigie.desk.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

    private final Routes routes = new Routes()
            .add("GET", "/api/alerts", call -> Reply.text(200, "list"))
            .add("GET", "/api/alerts.csv", call -> Reply.text(200, "csv"))
            .add("GET", "/api/alerts/{id}", call -> Reply.text(200, "one " + call.variable("id")))
            .add("POST", "/api/alerts/{id}/triage", call -> Reply.text(200, "decided " + call.variable("id")));

    @ParameterizedTest
    @CsvSource({
        "GET, /api/alerts, list",
        "HEAD, /api/alerts, list",
        "GET, /api/alerts.csv, csv",
        "GET, /api/alerts/4f2a, one 4f2a",
        "POST, /api/alerts/4f2a/triage, decided 4f2a"
    })
    void findsTheEndpoint(String method, String path, String answer) {
        assertThat(answer(method, path)).isEqualTo(answer + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404",
        "GET, /api/alerts/, 200",
        "GET, /api/alerts/a/b, 404",
        "DELETE, /api/alerts, 405",
        "GET, /api/alerts/a/triage, 405",
        "GET, /../etc/passwd, 404",
        "OPTIONS, /api/alerts, 405"
    })
    void saysWhatIsNotThere(String method, String path, int status) {
        assertThat(routes.answer(call(method, path)).status()).isEqualTo(status);
    }

    private String answer(String method, String path) {
        Reply reply = routes.answer(call(method, path));
        return reply.content() instanceof Reply.Content.Bytes bytes ? new String(bytes.bytes(), UTF_8) : "";
    }

    private static Call call(String method, String path) {
        return new Call(method, path, Map.<String, List<String>>of(), Map.of(), Map.of(), new byte[0]);
    }
}
