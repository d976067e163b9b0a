package io.vigie.bench.startup;

import io.vigie.bench.fleet.Fleet;
import io.vigie.bench.fleet.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is started. */
enum Starter {
    /** The least that a pipeline with embedded servers can be. */
    SERVERS {
        @Override
        ServiceProcess process(Path folder, int kafka, int elasticsearch, int metrics) {
            return java(
                    folder,
                    ServersMain.class.getName(),
                    folder.resolve("data").toString(),
                    Integer.toString(kafka),
                    Integer.toString(elasticsearch));
        }

        @Override
        URI ready(int elasticsearch, int metrics) {
            return URI.create("http://127.0.0.1:" + elasticsearch + "/_cluster/health?wait_for_status=yellow");
        }
    },
    /** {@code vigie up} with one source that is never due again. */
    PIPELINE {
        @Override
        ServiceProcess process(Path folder, int kafka, int elasticsearch, int metrics) throws IOException {
            Path config = Files.createDirectories(folder.resolve("conf"));
            Files.writeString(config.resolve("vigie.yaml"), """
                    kafka: {port: %d}
                    elasticsearch: {port: %d}
                    desk: {listen: "127.0.0.1:0"}
                    metrics: {listen: "127.0.0.1:%d"}
                    """.formatted(kafka, elasticsearch, metrics));
            Files.writeString(config.resolve("sources.yaml"), """
                    sources:
                      - {id: quiet, name: Quiet, url: "http://127.0.0.1:1/feed.xml", kind: feed, every: 1d, allowPrivate: true}
                    """);
            return java(
                    folder,
                    "io.vigie.cli.Vigie",
                    "up",
                    "--config",
                    config.toString(),
                    "--data",
                    folder.resolve("data").toString());
        }

        @Override
        URI ready(int elasticsearch, int metrics) {
            return URI.create("http://127.0.0.1:" + metrics + "/readyz");
        }
    };

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    /** From ready on; watched by itself, for it is no rest: what has just run for the first time is being compiled. */
    static final Duration WARMING = Duration.ofSeconds(30);

    /** From then on until the rest begins; watched too: what runs seldom is compiled minutes after the start. */
    static final Duration SETTLING = Duration.ofSeconds(270);

    private static final long BETWEEN_CHECKS_MILLIS = 20;

    abstract ServiceProcess process(Path folder, int kafka, int elasticsearch, int metrics) throws IOException;

    abstract URI ready(int elasticsearch, int metrics);

    /**
     * Starts it, lets it settle, watches it rest, and stops it.
     *
     * @param folder empty
     * @param rest how long it is watched
     */
    Start run(Path folder, Duration rest) throws IOException, InterruptedException {
        int kafka = Fleet.freePort();
        int elasticsearch = Fleet.freePort();
        int metrics = Fleet.freePort();
        try (ServiceProcess process = process(folder, kafka, elasticsearch, metrics)) {
            long begin = System.nanoTime();
            process.start();
            await(process, ready(elasticsearch, metrics));
            Duration toReady = Duration.ofNanos(System.nanoTime() - begin);
            double warming = watch(process, WARMING);
            double settling = watch(process, SETTLING);
            double busy = watch(process, rest);
            long resident = process.usage().resident();
            process.stop();
            return new Start(toReady, resident, warming, settling, busy);
        }
    }

    /** Processor time of a span that begins now, as a share of one processor. */
    private static double watch(ServiceProcess process, Duration span) throws InterruptedException {
        Duration before = process.usage().processor();
        Thread.sleep(span.toMillis());
        return (double) process.usage().processor().minus(before).toMillis() / span.toMillis();
    }

    private static void await(ServiceProcess process, URI ready) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady(http, request)) {
            if (process.hasEnded() || System.nanoTime() > deadline) {
                throw new IllegalStateException(process.name() + " does not become ready; see " + process.log());
            }
            Thread.sleep(BETWEEN_CHECKS_MILLIS);
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    ServiceProcess java(Path folder, String... main) {
        return new ServiceProcess(
                name().toLowerCase(java.util.Locale.ROOT), List.of(), List.of(main), Map.of(), folder);
    }
}
