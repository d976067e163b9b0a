package io.vigie.bench.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What a service says of itself at {@code /metrics}, in Prometheus' text format.
 *
 * @param lines without comments
 */
record Scrape(List<String> lines) {

    Scrape {
        lines = List.copyOf(lines);
    }

    /** Asks once. */
    static Scrape of(HttpClient http, URI metrics) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(20)).build();
        return new Scrape(
                Arrays.stream(http.send(request, BodyHandlers.ofString()).body().split("\n"))
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    /** The sum of all samples of a metric that have these labels, for example {@code area="heap"}. */
    double sum(String metric, String... labels) {
        return lines.stream()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
