package io.vigie.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    private static final String TOKEN = "correct horse battery staple";

    private final Access open = new Access(null, Clock.systemUTC());
    private final Access closed = new Access(TOKEN, Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]:8080", "desk.ministry.example"})
    void knowsItsOwnNames(String host) {
        assertThat(refusal(open, "GET", "/api/alerts", Map.of("Host", host))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "localhost.evil.example",
                "192.0.2.7:8080",
                "127.0.0.1.nip.example",
                "a\u0000b"
            })
    void refusesNamesThatAreNotOurs(String host) {
        assertThat(refusal(open, "GET", "/api/alerts", Map.of("Host", host))).isEqualTo(421);
    }

    @Test
    void onEveryAddressAnyAddressIsOursButNoName() {
        Guard everywhere = new Guard(closed, new InetSocketAddress("0.0.0.0", 8080), List.of());
        Map<String, String> token = Map.of("Host", "192.0.2.7:8080", "Authorization", "Bearer " + TOKEN);
        assertThat(everywhere.refusal(call("GET", "/api/alerts", token))).isEmpty();
        Map<String, String> name = Map.of("Host", "evil.example", "Authorization", "Bearer " + TOKEN);
        assertThat(everywhere.refusal(call("GET", "/api/alerts", name))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/alerts, 401", "/api/events, 401", "/metrics, 401", "/openapi.json, 401", "/feeds/alerts.atom, 401",
        "/, 0", "/assets/app.js, 0", "/livez, 0", "/readyz, 0", "/api/session, 0"
    })
    void withATokenOnlyThePageThatAsksForItIsOpen(String path, int expected) {
        assertThat(refusal(closed, "GET", path, Map.of())).isEqualTo(expected);
    }

    @Test
    void takesTheTokenAsHeaderOrTheCookieThatItBuys() {
        assertThat(refusal(closed, "GET", "/api/alerts", Map.of("Authorization", "Bearer " + TOKEN)))
                .isZero();
        assertThat(refusal(closed, "GET", "/api/alerts", Map.of("Authorization", "Bearer " + TOKEN + "r")))
                .isEqualTo(401);
        String cookie = closed.sessionCookie().split(";", 2)[0];
        assertThat(refusal(closed, "GET", "/api/alerts", Map.of("Cookie", "a=b; " + cookie)))
                .isZero();
        assertThat(refusal(closed, "GET", "/api/alerts", Map.of("Cookie", cookie + "x")))
                .isEqualTo(401);
        assertThat(refusal(closed, "GET", "/api/alerts", Map.of("Cookie", Access.COOKIE + "=99999999999.")))
                .isEqualTo(401);
    }

    @Test
    void aCookieGrowsOldAndDiesWithItsToken() {
        Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
        String old = new Access(TOKEN, yesterday).sessionCookie().split(";", 2)[0];
        assertThat(refusal(closed, "GET", "/api/alerts", Map.of("Cookie", old))).isEqualTo(401);
        String other = new Access("another token of length", Clock.systemUTC())
                .sessionCookie()
                .split(";", 2)[0];
        assertThat(refusal(closed, "GET", "/api/alerts", Map.of("Cookie", other)))
                .isEqualTo(401);
    }

    @Test
    void changesNeedTheHeaderToken() {
        String path = "/api/alerts/a/triage";
        assertThat(refusal(open, "POST", path, Map.of())).isEqualTo(403);
        assertThat(refusal(open, "POST", path, Map.of("X-Vigie-Token", "guess")))
                .isEqualTo(403);
        assertThat(refusal(open, "POST", path, Map.of("X-Vigie-Token", open.headerToken())))
                .isZero();
        String cookie = closed.sessionCookie().split(";", 2)[0];
        assertThat(refusal(closed, "POST", path, Map.of("Cookie", cookie))).isEqualTo(403);
        assertThat(refusal(closed, "POST", path, Map.of("Authorization", "Bearer " + TOKEN)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://localhost:8080, 0",
        "Origin, https://localhost:8080, 0",
        "Origin, http://localhost:9090, 403",
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Sec-Fetch-Site, same-origin, 0",
        "Sec-Fetch-Site, none, 0",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, cross-site, 403"
    })
    void changesComeFromOurOwnPage(String header, String value, int expected) {
        Map<String, String> headers = Map.of("X-Vigie-Token", open.headerToken(), header, value);
        assertThat(refusal(open, "POST", "/api/alerts/a/triage", headers)).isEqualTo(expected);
    }

    /** Status of the refusal, 0 when there is none. */
    private static int refusal(Access access, String method, String path, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(Map.of("Host", "localhost:8080"));
        all.putAll(headers);
        Guard guard = new Guard(access, new InetSocketAddress("127.0.0.1", 8080), List.of("desk.ministry.example"));
        return guard.refusal(call(method, path, all)).map(Reply::status).orElse(0);
    }

    private static Call call(String method, String path, Map<String, @Nullable String> headers) {
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        return new Call(method, path, Map.of(), lower, Map.of(), new byte[0]);
    }
}
