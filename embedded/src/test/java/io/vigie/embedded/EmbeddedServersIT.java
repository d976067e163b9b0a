package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {

    /** 127.0.0.1 in /proc/net/tcp, and the same as an IPv4-mapped address in /proc/net/tcp6. */
    private static final Set<String> LOOPBACK = Set.of("0100007F", "0000000000000000FFFF00000100007F");

    @TempDir
    Path data;

    @Test
    void listensOnLoopbackOnly() throws IOException {
        assumeThat(ProcessProbe.isReadable()).as("needs /proc").isTrue();
        try (EmbeddedServers servers = EmbeddedServers.start(data, 0, 0)) {
            assertThat(servers.bootstrapServers()).startsWith("127.0.0.1:");
            assertThat(ProcessProbe.listeningAddresses()).isNotEmpty().isSubsetOf(LOOPBACK);
        }
    }

    @Test
    void leavesNoThreadAndPrintsNothing() {
        Set<Thread> before = ProcessProbe.nonDaemonThreads();
        PrintStream stdout = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EmbeddedServers.start(data, 0, 0).close();
        } finally {
            System.setOut(stdout);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        await().pollInSameThread().untilAsserted(() -> assertThat(before).containsAll(ProcessProbe.nonDaemonThreads()));
    }

    @Test
    void runsTwiceInOneProcess(@TempDir Path elsewhere) throws Exception {
        try (EmbeddedServers one = EmbeddedServers.start(data, 0, 0);
                EmbeddedServers two = EmbeddedServers.start(elsewhere, 0, 0)) {
            assertThat(clusterIds(one)).doesNotContainAnyElementsOf(clusterIds(two));
        }
    }

    @Test
    void keepsItsClustersOverARestart() throws Exception {
        Set<String> before;
        try (EmbeddedServers servers = EmbeddedServers.start(data, 0, 0)) {
            before = clusterIds(servers);
        }
        try (EmbeddedServers servers = EmbeddedServers.start(data, 0, 0)) {
            assertThat(clusterIds(servers)).isEqualTo(before);
        }
    }

    @Test
    void stopsTheOtherWhenOneCannotStart() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> EmbeddedServers.start(data, taken, 0))
                    .withMessageContaining("kafka.port: 0");
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> EmbeddedServers.start(data, 0, taken))
                    .withMessageContaining("elasticsearch.port: 0");
        }
        EmbeddedServers.start(data, 0, 0).close();
    }

    private static Set<String> clusterIds(EmbeddedServers servers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            String root = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(servers.elasticsearchUri() + "/"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            String uuid = root.replaceFirst("(?s).*\"cluster_uuid\":\"([^\"]+)\".*", "$1");
            return Set.of(admin.describeCluster().clusterId().get(), uuid);
        }
    }
}
