package io.vigie.bench.extract;

import io.vigie.bench.report.Comparison;
import io.vigie.bench.report.Contest;
import io.vigie.bench.report.Figure.Role;
import io.vigie.bench.report.Report;
import io.vigie.bench.report.ReportOptions;
import io.vigie.ingest.scrape.Scraper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench extract}. */
@Command(
        name = "extract",
        description = "Pages read per second of processor time, beside jsoup's parse and Readability4J.",
        mixinStandardHelpOptions = true)
public final class ExtractCommand implements Callable<Integer> {

    private static final URI ADDRESS = URI.create("https://press.example/release");

    @Option(
            names = "--pages",
            paramLabel = "DIR",
            description = "read the .html files of this folder instead of pages made up here")
    private @Nullable Path folder;

    @Option(names = "--rounds", defaultValue = "5", description = "rounds that count (default: 5)")
    private int rounds;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli makes it.
    private ReportOptions options;

    @Override
    public Integer call() throws IOException {
        List<SamplePage> pages = folder == null ? SamplePage.madeUp() : SamplePage.of(folder);
        long bytes = pages.stream().mapToLong(page -> page.bytes().length).sum();
        options.out().printf("%d pages of %d KB on average%n", pages.size(), bytes / pages.size() / 1000);
        Scraper scraper = new Scraper();
        Report report = options.open();
        report.add(new Comparison(
                "Pages read per second of processor time",
                "pages/s",
                new Contest(rounds, Duration.ofSeconds(4))
                        .enter(
                                "jsoup, parse alone",
                                Role.LIMIT,
                                each(
                                        pages,
                                        page -> Jsoup.parse(page.text(), ADDRESS.toString())
                                                .childNodeSize()))
                        .enter(
                                "Vigie",
                                Role.OURS,
                                each(
                                        pages,
                                        page -> scraper.scrape(page.bytes(), "text/html; charset=utf-8", ADDRESS)
                                                .text()
                                                .length()))
                        .enter(
                                "Readability4J",
                                Role.PEER,
                                each(
                                        pages,
                                        page -> String.valueOf(new Readability4J(ADDRESS.toString(), page.text())
                                                        .parse()
                                                        .getTextContent())
                                                .length()))
                        .run()));
        options.keep(report);
        return 0;
    }

    /** Does the work once for every page; the sum keeps the compiler from leaving it out. */
    private static java.util.function.LongSupplier each(List<SamplePage> pages, ToIntFunction<SamplePage> work) {
        return () -> {
            int sum = 0;
            for (SamplePage page : pages) {
                sum += work.applyAsInt(page);
            }
            return sum == Integer.MIN_VALUE ? 0 : pages.size();
        };
    }
}
