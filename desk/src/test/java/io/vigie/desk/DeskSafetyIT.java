package io.vigie.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk refuses. */
class DeskSafetyIT extends DeskTesting {

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

    private static String raw(String request) throws IOException {
        try (var socket = new java.net.Socket("127.0.0.1", house.desk().uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
