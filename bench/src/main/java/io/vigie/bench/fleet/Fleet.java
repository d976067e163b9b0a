package io.vigie.bench.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Vigie as processes: a broker, an index, and so many of each service, each with its own configuration. */
public final class Fleet implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final long BETWEEN_CHECKS_MILLIS = 100;
    private static final String CLI = "io.vigie.cli.Vigie";

    /** What a process is. */
    public enum Part {
        BROKER,
        ELASTICSEARCH,
        INGEST,
        PROCESSOR,
        SINK,
        DESK
    }

    /**
     * A process and where it says whether it is ready.
     *
     * @param process the process
     * @param ready address that answers 200 when it is
     */
    public record Member(ServiceProcess process, URI ready) {}

    private final Map<Part, List<Member>> members = new EnumMap<>(Part.class);
    private final int kafkaPort = freePort();
    private final int elasticsearchPort = freePort();
    private final Path folder;
    private final Random random;
    private final List<String> options;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /**
     * Starts nothing.
     *
     * @param folder gets data and logs of every process
     * @param seed decides which instance is picked
     * @param options for every virtual machine, beside the size of its heap
     */
    public Fleet(Path folder, long seed, List<String> options) {
        this.folder = folder;
        this.options = List.copyOf(options);
        this.random = new Random(seed);
    }

    /** Address of the broker. */
    public String bootstrap() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** Address of the index. */
    public URI elasticsearch() {
        return URI.create("http://127.0.0.1:" + elasticsearchPort);
    }

    /** Starts the broker; services wait for it themselves. */
    public void startBroker() {
        ServiceProcess broker = new ServiceProcess(
                "kafka",
                withHeap("512m"),
                List.of(BrokerMain.class.getName(), folder.resolve("kafka").toString(), Integer.toString(kafkaPort)),
                Map.of(),
                folder);
        members.put(Part.BROKER, List.of(new Member(broker, URI.create("http://127.0.0.1:" + kafkaPort))));
        broker.start();
    }

    /** Starts the broker and the index and waits until the index serves. */
    public void startServers() throws InterruptedException {
        startBroker();
        ServiceProcess node = new ServiceProcess(
                "elasticsearch",
                withHeap("768m"),
                List.of(
                        "io.vigie.embedded.ElasticsearchMain",
                        folder.resolve("elasticsearch").toString()),
                Map.of("http.host", "127.0.0.1", "http.port", Integer.toString(elasticsearchPort)),
                folder);
        members.put(
                Part.ELASTICSEARCH,
                List.of(new Member(node, elasticsearch().resolve("/_cluster/health?wait_for_status=yellow"))));
        node.start();
        awaitReady(Part.ELASTICSEARCH);
    }

    /**
     * Starts services.
     *
     * @param target which
     * @param count how many instances
     * @param heap most heap of each, as {@code -Xmx} takes it
     * @param vigieYaml their configuration, without the section {@code metrics}
     * @param sourcesYaml their sources
     */
    public void startServices(Part target, int count, String heap, String vigieYaml, String sourcesYaml)
            throws IOException {
        String command = target.name().toLowerCase(java.util.Locale.ROOT);
        List<Member> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int port = freePort();
            Path home = folder.resolve(command + "-" + i);
            Path config = Files.createDirectories(home.resolve("conf"));
            Files.writeString(config.resolve("vigie.yaml"), vigieYaml + "metrics:\n  listen: 127.0.0.1:" + port + "\n");
            Files.writeString(config.resolve("sources.yaml"), sourcesYaml);
            ServiceProcess process = new ServiceProcess(
                    command + "-" + i,
                    withHeap(heap),
                    List.of(
                            CLI,
                            command,
                            "--config",
                            config.toString(),
                            "--data",
                            home.resolve("data").toString()),
                    Map.of(),
                    folder);
            process.start();
            started.add(new Member(process, URI.create("http://127.0.0.1:" + port + "/readyz")));
        }
        members.put(target, List.copyOf(started));
    }

    private List<String> withHeap(String most) {
        List<String> all = new ArrayList<>(options);
        all.add("-Xmx" + most);
        return all;
    }

    /** Everything that was started. */
    public List<Member> all() {
        return members.values().stream().flatMap(List::stream).toList();
    }

    /** The processes of a kind. */
    public List<ServiceProcess> processes(Part target) {
        return members.getOrDefault(target, List.of()).stream()
                .map(Member::process)
                .toList();
    }

    /** One of the processes of a kind. */
    public ServiceProcess any(Part target) {
        List<ServiceProcess> kind = processes(target);
        return kind.get(random.nextInt(kind.size()));
    }

    /** Waits until every process of a kind says that it is ready. */
    public void awaitReady(Part target) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        for (Member member : members.getOrDefault(target, List.of())) {
            while (!isReady(member)) {
                if (!member.process().isAlive()) {
                    throw new IllegalStateException(member.process().name() + " ended; see "
                            + member.process().log());
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(member.process().name() + " is not ready after "
                            + LONGEST_START.toSeconds() + " s; see "
                            + member.process().log());
                }
                Thread.sleep(BETWEEN_CHECKS_MILLIS);
            }
        }
    }

    private boolean isReady(Member member) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(member.ready())
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        all().forEach(member -> member.process().close());
    }

    /** A port of loopback that nobody listens on at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port on loopback", e);
        }
    }
}
