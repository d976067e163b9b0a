package io.vigie.desk.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One connection, request after request, on a real server. */
class DeskHandlerTest {

    private static final Access ACCESS = new Access(null, Clock.systemUTC());

    private static WebServer server;

    @BeforeAll
    static void open() throws IOException {
        InetSocketAddress any = new InetSocketAddress("127.0.0.1", 0);
        Routes routes = new Routes().add("POST", "/api/count", call -> Reply.text(200, "took " + call.body().length));
        Guard guard = new Guard(ACCESS, any, List.of());
        server = new WebServer(
                any,
                new DeskHandler(
                        guard, new Assets(), routes, Map.of(), failure -> Optional.empty(), new SimpleMeterRegistry()));
        server.start();
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "mine, 17, 200",
        "mine, 0, 200",
        "mine, 16384, 200",
        "mine, 16385, 400",
        "mine, 300000, 400",
        "none, 17, 403",
        "none, 300000, 403"
    })
    void aConnectionLivesOnAfterABodyThatCameLate(String token, int length, int status) throws IOException {
        try (Connection late = new Connection();
                Connection meanwhile = new Connection()) {
            late.head(token.equals("mine"), length);
            meanwhile.head(true, 0);
            assertThat(meanwhile.answer()).startsWith("HTTP/1.1 200 ");
            if (length > 0) {
                assertThat(late.isSilent())
                        .as("nothing is said before the body is there")
                        .isTrue();
            }
            late.body(length);
            assertThat(late.answer()).startsWith("HTTP/1.1 " + status + " ").doesNotContain("close");
            late.head(true, 2);
            late.body(2);
            assertThat(late.answer()).startsWith("HTTP/1.1 200 ").endsWith("took 2\n");
        }
    }

    @Test
    void saysThatItEndsTheConnectionWhenABodyHasNoEnd() throws IOException {
        try (Connection endless = new Connection()) {
            endless.head(true, Integer.MAX_VALUE);
            endless.body(BodyReader.MOST_READ + 1);
            assertThat(endless.answer()).startsWith("HTTP/1.1 400 ").contains("Connection: close\n");
        }
    }

    private static final class Connection implements AutoCloseable {
        private final Socket socket = new Socket("127.0.0.1", server.port());
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));

        Connection() throws IOException {
            socket.setTcpNoDelay(true);
        }

        void head(boolean token, int length) throws IOException {
            write("POST /api/count HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n"
                    + (token ? "X-Vigie-Token: " + ACCESS.headerToken() + "\r\n" : "") + "\r\n");
        }

        void body(int length) throws IOException {
            write("x".repeat(length));
        }

        private void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        }

        boolean isSilent() throws IOException {
            return !in.ready();
        }

        /** Head and body, lines ended by a line feed. */
        String answer() throws IOException {
            StringBuilder answer = new StringBuilder();
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                answer.append(line).append('\n');
                if (line.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(line.substring(16));
                }
            }
            char[] body = new char[length];
            int at = 0;
            for (int read = 0; read >= 0 && at < length; at += Math.max(0, read)) {
                read = in.read(body, at, length - at);
            }
            return answer.append(body, 0, at).toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
