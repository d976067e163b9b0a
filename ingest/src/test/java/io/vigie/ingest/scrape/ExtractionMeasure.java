package io.vigie.ingest.scrape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Measures the scraper on pages with known text: prints a table, one line a set, and with {@code -v} one line a page.
 *
 * <pre>java … io.vigie.ingest.scrape.ExtractionMeasure SHARED [-v] [-half 0|1] [-dump DIR]</pre>
 */
final class ExtractionMeasure {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One annotated page; null where the annotation says nothing. */
    record Sample(
            String set,
            String id,
            Path page,
            URI address,
            @Nullable String text,
            @Nullable String title,
            @Nullable String published,
            @Nullable List<String> authors,
            @Nullable String language) {}

    /** What a set of pages scored. */
    static final class Tally {
        int pages;
        double precision;
        double recall;
        double f1;
        int titles;
        int titlesRight;
        int dates;
        int datesRight;
        int authors;
        int authorsRight;
        int languages;
        int languagesRight;

        double meanF1() {
            return f1 / pages;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "pages %4d  F1 %.4f  P %.4f  R %.4f  title %s  date %s  author %s  language %s",
                    pages,
                    f1 / pages,
                    precision / pages,
                    recall / pages,
                    share(titlesRight, titles),
                    share(datesRight, dates),
                    share(authorsRight, authors),
                    share(languagesRight, languages));
        }

        private static String share(int right, int all) {
            return all == 0 ? "-" : String.format(Locale.ROOT, "%.3f (%d)", (double) right / all, all);
        }
    }

    private ExtractionMeasure() {}

    public static void main(String[] args) throws IOException {
        List<String> options = List.of(args);
        Path shared = Path.of(args[0]);
        boolean verbose = options.contains("-v");
        int half = options.contains("-half") ? Integer.parseInt(args[options.indexOf("-half") + 1]) : -1;
        Path dump = options.contains("-dump") ? Path.of(args[options.indexOf("-dump") + 1]) : null;
        Scraper scraper = new Scraper();
        for (List<Sample> set : List.of(articles(shared), pages(shared))) {
            Tally tally = new Tally();
            for (int i = 0; i < set.size(); i++) {
                if (half < 0 || i % 2 == half) {
                    Sample sample = set.get(i);
                    ScrapedPage scraped = scraper.scrape(Files.readAllBytes(sample.page()), null, sample.address());
                    String line = score(sample, scraped, tally);
                    if (verbose) {
                        System.out.println(line);
                    }
                    if (dump != null) {
                        Files.createDirectories(dump);
                        Files.writeString(dump.resolve(sample.id() + ".got"), scraped.text());
                        Files.writeString(dump.resolve(sample.id() + ".gold"), String.valueOf(sample.text()));
                    }
                }
            }
            System.out.println(set.get(0).set() + "  " + tally);
        }
        if (options.contains("-speed")) {
            speed(scraper, articles(shared));
        }
    }

    static String score(Sample sample, ScrapedPage scraped, Tally tally) {
        ShingleScore score = ShingleScore.of(String.valueOf(sample.text()), scraped.text());
        tally.pages++;
        tally.f1 += score.f1();
        tally.precision += score.precision();
        tally.recall += score.recall();
        StringBuilder notes = new StringBuilder();
        if (sample.title() != null && !sample.title().isBlank()) {
            tally.titles++;
            if (normal(sample.title()).equals(normal(scraped.title()))) {
                tally.titlesRight++;
            } else {
                notes.append("  title<")
                        .append(sample.title())
                        .append("|")
                        .append(scraped.title())
                        .append('>');
            }
        }
        if (sample.published() != null && sample.published().length() >= 10) {
            tally.dates++;
            String day = scraped.published() == null
                    ? "-"
                    : scraped.published().toLocalDate().toString();
            if (day.equals(sample.published().substring(0, 10))) {
                tally.datesRight++;
            } else {
                notes.append("  date<")
                        .append(sample.published())
                        .append('|')
                        .append(day)
                        .append('>');
            }
        }
        if (sample.authors() != null) {
            tally.authors++;
            if (names(sample.authors()).equals(names(scraped.byline()))) {
                tally.authorsRight++;
            } else {
                notes.append("  author<")
                        .append(sample.authors())
                        .append('|')
                        .append(scraped.byline())
                        .append('>');
            }
        }
        if (sample.language() != null) {
            tally.languages++;
            if (LanguageFinder.primary(sample.language()).equals(scraped.language())) {
                tally.languagesRight++;
            } else {
                notes.append("  language<")
                        .append(sample.language())
                        .append('|')
                        .append(scraped.language())
                        .append('>');
            }
        }
        return String.format(
                Locale.ROOT,
                "%.3f P%.3f R%.3f %s%s",
                score.f1(),
                score.precision(),
                score.recall(),
                sample.id(),
                notes);
    }

    private static String normal(String text) {
        return String.join(" ", ShingleScore.words(text));
    }

    private static HashSet<String> names(List<String> names) {
        HashSet<String> set = new HashSet<>();
        names.forEach(name -> set.add(normal(name)));
        return set;
    }

    static List<Sample> articles(Path shared) throws IOException {
        Path folder = shared.resolve("dev-articles");
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
            JsonNode gold = JSON.readTree(line);
            List<String> authors = new ArrayList<>();
            gold.path("author").forEach(author -> authors.add(author.asText()));
            if (gold.path("author").isTextual()) {
                authors.add(gold.path("author").asText());
            }
            samples.add(new Sample(
                    "dev-articles",
                    gold.get("id").asText(),
                    folder.resolve(gold.get("path").asText()),
                    URI.create(gold.get("url").asText()),
                    gold.get("text").asText(),
                    gold.get("title").asText(),
                    gold.path("published").isNull()
                            ? null
                            : gold.path("published").asText(),
                    authors.isEmpty() ? null : authors,
                    "en"));
        }
        return samples;
    }

    static List<Sample> pages(Path shared) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> folders = Files.list(shared.resolve("dev-pages")).sorted()) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                JsonNode gold =
                        JSON.readTree(folder.resolve("expected-metadata.json").toFile());
                String text = Jsoup.parse(Files.readString(folder.resolve("expected.html")))
                        .text();
                samples.add(new Sample(
                        "dev-pages",
                        folder.getFileName().toString(),
                        folder.resolve("source.html"),
                        URI.create("http://fakehost/test/page.html"),
                        text,
                        gold.path("title").asText(null),
                        gold.path("publishedTime").asText(null),
                        null,
                        gold.path("lang").asText(null)));
            }
        }
        return samples;
    }

    private static void speed(Scraper scraper, List<Sample> samples) throws IOException {
        List<byte[]> pages = new ArrayList<>();
        for (Sample sample : samples) {
            pages.add(Files.readAllBytes(sample.page()));
        }
        for (int round = 0; round < 8; round++) {
            long before = cpu();
            int seen = 0;
            for (byte[] page : pages) {
                seen += Parser.htmlParser()
                        .parseInput(new String(page, StandardCharsets.UTF_8), "http://x/")
                        .childNodeSize();
            }
            long parsed = cpu();
            for (int i = 0; i < pages.size(); i++) {
                seen += scraper.scrape(pages.get(i), null, samples.get(i).address())
                        .text()
                        .length();
            }
            long scraped = cpu();
            System.out.printf(
                    Locale.ROOT,
                    "parse alone %.0f pages/s, scrape %.0f pages/s, ratio %.2f (%d)%n",
                    pages.size() * 1e9 / (parsed - before),
                    pages.size() * 1e9 / (scraped - parsed),
                    (double) (parsed - before) / (scraped - parsed),
                    seen);
        }
    }

    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
