package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.Alert;
import io.vigie.events.json.JsonCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A desk on a real broker and a real index that hold an invented day, and what other tests wrote: each looks at alerts of
 * its own.
 */
@ExtendWith(SharedHouse.class)
abstract class DeskTesting {

    static final int ALERTS = 80;
    static final HttpClient HTTP = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // SharedHouse gives it before the first test
    static DeskHouse house;

    @SuppressWarnings("NullAway.Init") // as above
    static List<Alert> day;

    @BeforeAll
    static void awaitTheDay() {
        patiently()
                .until(() ->
                        json("/api/coverage?since=30d&slot=1d").path("total").asInt() >= ALERTS);
        patiently().until(() -> get("/readyz").statusCode() == 200);
    }

    static HttpResponse<String> get(String path) throws Exception {
        return get(house.at(path));
    }

    static HttpResponse<String> get(URI address) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    static JsonNode json(String path) throws Exception {
        return json(house.at(path));
    }

    static JsonNode json(URI address) throws Exception {
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).as(address + "\n" + answer.body()).isEqualTo(200);
        return JsonCodec.mapper().readTree(answer.body());
    }

    static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
