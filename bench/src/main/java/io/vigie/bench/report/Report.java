package io.vigie.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows comparisons as they come, and keeps them as {@code NAME.json} and {@code NAME.html} at the end. */
public final class Report {

    private final String name;
    private final PrintWriter out;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Growth> growths = new ArrayList<>();

    /**
     * An empty report.
     *
     * @param name of its files
     * @param out where the tables go
     */
    public Report(String name, PrintWriter out) {
        this.name = name;
        this.out = out;
    }

    /** Prints it at once. */
    public void add(Comparison comparison) {
        comparisons.add(comparison);
        TextTable.print(out, comparison);
    }

    /** Prints it at once. */
    public void add(Growth growth) {
        growths.add(growth);
        TextTable.print(out, growth);
    }

    /**
     * Writes the two files.
     *
     * @param folder made when missing
     * @param at when the figures were taken
     */
    public void write(Path folder, Instant at) throws IOException {
        Files.createDirectories(folder);
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Map<String, Object> content =
                Map.of("at", at.toString(), "machine", machine(), "comparisons", comparisons, "growths", growths);
        Files.writeString(folder.resolve(name + ".json"), json.writeValueAsString(content) + "\n");
        Files.writeString(folder.resolve(name + ".html"), HtmlPage.of(machine() + ", " + at, comparisons, growths));
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "%d processors, Java %s, heap %d MiB, load %.1f"
                .formatted(
                        runtime.availableProcessors(),
                        Runtime.version().feature(),
                        runtime.maxMemory() >> 20,
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                                .getSystemLoadAverage());
    }
}
