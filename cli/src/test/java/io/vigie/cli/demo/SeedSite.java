package io.vigie.cli.demo;

import com.sun.net.httpserver.HttpServer;
import io.vigie.events.SourceDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Five real press documents as web pages on loopback, each in a page of its own make, with a feed that lists them.
 *
 * <p>The documents are no part of the project: they are read from the folder {@code seeds} of the folder that the system
 * property {@code vigie.shared} names, by default {@code ../shared} beside the repository. Where it is absent
 * {@link #orSkip()} skips the test.
 */
public final class SeedSite implements AutoCloseable {

    /**
     * One document.
     *
     * @param prefix how its file's name begins
     * @param outlet who published it, for the page's frame
     * @param day it was published
     * @param headline number of the line with its headline, not counting empty lines; -1 when the file has none
     * @param body number of the first line of its text
     * @param end number of the line behind its text; -1 when the text is last
     * @param themes ids of the themes that it has
     */
    public record Seed(
            String prefix, String outlet, LocalDate day, int headline, int body, int end, Set<String> themes) {}

    private static final Set<String> ALL = Set.of("defence-industry", "ukraine-support", "china-concerns");
    private static final Set<String> ARMS_AND_CHINA = Set.of("defence-industry", "china-concerns");

    private static final List<Seed> SEEDS = List.of(
            new Seed("000", "Alliance", LocalDate.of(2025, 4, 9), 0, 4, -1, ALL),
            new Seed("001", "Journal", LocalDate.of(2025, 4, 8), 1, 3, 13, ARMS_AND_CHINA),
            new Seed("002", "Revue", LocalDate.of(2025, 4, 11), -1, 0, -1, ALL),
            new Seed("003", "Agence", LocalDate.of(2025, 4, 9), 0, 1, -1, ALL),
            new Seed("004", "Ministère", LocalDate.of(2025, 4, 3), 0, 4, 16, ARMS_AND_CHINA));

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final HttpServer server;
    private final Map<Seed, List<String>> documents;
    private final URI base;

    private SeedSite(HttpServer server, Map<Seed, List<String>> documents) {
        this.server = server;
        this.documents = documents;
        this.base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The site, listening; a test that calls this is skipped, and says why, where the documents are absent. */
    public static SeedSite orSkip() throws IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            String why =
                    "skipped: the example documents are not at " + folder + "; -Dvigie.shared=DIR says where they are";
            System.err.println(why);
            Assumptions.abort(why);
        }
        Map<Seed, List<String>> documents = new LinkedHashMap<>();
        for (Seed seed : SEEDS) {
            documents.put(seed, lines(folder, seed));
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        SeedSite site = new SeedSite(server, documents);
        server.createContext("/", new SiteHandler(site::answer, page -> {}));
        server.start();
        return site;
    }

    /** The site as one source, a feed. */
    public SourceDefinition source() {
        return new SourceDefinition(
                "seeds",
                "Seeds",
                base.resolve("feed.xml"),
                SourceDefinition.Kind.FEED,
                List.of(),
                List.of(),
                "fr",
                "BE",
                Duration.ofSeconds(1),
                true,
                true,
                null);
    }

    /** Themes that each page must be given, by its address. */
    public Map<URI, Set<String>> themes() {
        Map<URI, Set<String>> themes = new LinkedHashMap<>();
        documents.keySet().forEach(seed -> themes.put(address(seed), seed.themes()));
        return themes;
    }

    /** Address of the page of the document whose file's name begins so, for example {@code 000}. */
    public URI address(String prefix) {
        return documents.keySet().stream()
                .filter(seed -> seed.prefix().equals(prefix))
                .map(this::address)
                .findFirst()
                .orElseThrow();
    }

    private Answer answer(String path) {
        if (path.equals("/feed.xml")) {
            return answer("application/rss+xml", feed());
        }
        return documents.keySet().stream()
                .filter(seed -> address(seed).getPath().equals(path))
                .findFirst()
                .map(seed -> answer("text/html", page(seed)))
                .orElse(Answer.plain(404, "Not found"));
    }

    private static Answer answer(String mediaType, String body) {
        return new Answer(200, mediaType, StandardCharsets.UTF_8, body, Instant.EPOCH, null);
    }

    private String page(Seed seed) {
        List<String> lines = documents.getOrDefault(seed, List.of());
        int end = seed.end() < 0 ? lines.size() : seed.end();
        Map<String, Object> values = new HashMap<>(dateline(seed).values());
        for (int i = 0; i < lines.size(); i++) {
            values.put("line" + i, lines.get(i));
        }
        values.put("url", address(seed));
        values.put("outlet", seed.outlet());
        values.put("headline", headline(seed));
        values.put("paragraphs", lines.subList(seed.body(), end));
        values.put("tail", lines.subList(end, lines.size()));
        return new Template(Resources.text("seeds/" + seed.prefix() + ".html")).render(values);
    }

    private String feed() {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Seed seed : documents.keySet()) {
            Map<String, Object> entry = new HashMap<>(dateline(seed).values());
            entry.put("url", address(seed));
            entry.put("headline", headline(seed));
            entry.put("summary", "");
            entry.put("modified", dateline(seed).moment());
            entries.add(entry);
        }
        return new Template(Resources.text("feeds/rss.xml"))
                .render(Map.of("outlet", "Seeds", "home", base, "language", "fr", "entries", entries));
    }

    private String headline(Seed seed) {
        return seed.headline() < 0
                ? seed.outlet()
                : documents.getOrDefault(seed, List.of()).get(seed.headline());
    }

    private URI address(Seed seed) {
        return base.resolve("page-" + seed.prefix() + ".html");
    }

    private static Dateline dateline(Seed seed) {
        return new Dateline(seed.day().atTime(10, 0).toInstant(ZoneOffset.UTC), BRUSSELS, Locale.FRENCH);
    }

    private static List<String> lines(Path folder, Seed seed) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith(seed.prefix()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no document " + seed.prefix() + " in " + folder));
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** The folder of the documents; a relative path starts at the repository's root, where the wrapper script is. */
    private static Path folder() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        return root.resolve(System.getProperty("vigie.shared", "../shared"))
                .resolve("seeds")
                .normalize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
