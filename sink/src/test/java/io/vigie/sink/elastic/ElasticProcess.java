package io.vigie.sink.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.vigie.embedded.EmbeddedElasticsearch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A real node in a process of its own, to be killed without a word and started again where it was. */
final class ElasticProcess implements AutoCloseable {

    private final Path directory;
    private final int port;
    private @Nullable Process process;

    ElasticProcess(Path directory) throws IOException {
        this.directory = directory;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    /** What runs there: {@code directory port}. */
    public static void main(String[] arguments) throws InterruptedException {
        try (EmbeddedElasticsearch node = EmbeddedElasticsearch.at(Path.of(arguments[0]))
                .port(Integer.parseInt(arguments[1]))
                .start()) {
            new CountDownLatch(1).await();
        }
    }

    /** Returns when it answers. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1", // it lives for seconds
                        "-cp",
                        System.getProperty("java.class.path"),
                        ElasticProcess.class.getName(),
                        directory.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (ElasticsearchClient client = ElasticClients.open(ElasticSettings.at(uri()))) {
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(client.ping().value()).isTrue());
        }
    }

    /** As by {@code kill -9}. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
