package io.vigie.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.Readiness;
import io.vigie.events.yaml.ConfigurationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsServerTest {

    private final AtomicReference<Readiness> readiness = new AtomicReference<>(Readiness.notReady("sink: no master"));
    private final Meters meters = new Meters();
    private final OperationsServer server =
            new OperationsServer(new InetSocketAddress("127.0.0.1", 0), readiness::get, meters.registry());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        meters.close();
    }

    @Test
    void isAliveBeforeItIsReady() throws Exception {
        assertThat(ask("GET", "/livez").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/readyz").statusCode()).isEqualTo(503);
        assertThat(ask("GET", "/readyz").body()).isEqualTo("sink: no master\n");
        readiness.set(Readiness.ready());
        assertThat(ask("GET", "/readyz").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/readyz").body()).isEqualTo("ready\n");
    }

    @Test
    void saysWhatIsNotAsItShouldBeThoughItWorks() throws Exception {
        readiness.set(Readiness.of(List.of(Readiness.ready(), Readiness.ready("processor: rule set refused"))));
        assertThat(ask("GET", "/readyz").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/readyz").body()).isEqualTo("ready\nprocessor: rule set refused\n");
    }

    @Test
    void printsWhatTheStagesCount() throws Exception {
        meters.registry().counter("vigie.ingest.items", "status", "usable").increment(3);
        assertThat(ask("GET", "/metrics").body())
                .contains("vigie_ingest_items_total{status=\"usable\"} 3.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void answersOnlyReadersAndOnlyWhatItKnows() throws Exception {
        assertThat(ask("POST", "/metrics").statusCode()).isEqualTo(405);
        assertThat(ask("GET", "/etc/passwd").statusCode()).isEqualTo(404);
    }

    @Test
    void aTakenPortIsToldWithItsRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            OperationsServer second = new OperationsServer(
                    new InetSocketAddress("127.0.0.1", taken.getLocalPort()), readiness::get, meters.registry());
            assertThatThrownBy(second::start)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " on 127.0.0.1 is taken")
                    .hasMessageContaining("set metrics.listen");
        }
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
