package io.vigie.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.audit.replay.AlertVerdict;
import io.vigie.audit.replay.FieldDifference;
import io.vigie.audit.replay.ReplayRequest;
import io.vigie.audit.replay.ReplayResult;
import io.vigie.audit.replay.Rereads;
import io.vigie.audit.replay.Tally;
import io.vigie.audit.replay.ThemeVerdict;
import io.vigie.audit.replay.Totals;
import io.vigie.audit.replay.Verdict;
import io.vigie.audit.topic.Bound;
import io.vigie.audit.topic.Span;
import io.vigie.events.Evidence;
import io.vigie.events.Outlet;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayReportTest {

    private static final String EVIL = "\"><script>alert(1)</script>&\u202egnp.exe";

    @TempDir
    private Path folder;

    @Test
    void whatStrangersWroteStaysText() throws Exception {
        Evidence evidence = new Evidence("<r>", Evidence.Field.BODY, 0, 4, EVIL);
        ThemeVerdict theme =
                new ThemeVerdict("arms" + EVIL, Verdict.CHANGED, 0.5, 0.75, List.of(evidence), List.of(evidence));
        AlertVerdict line = new AlertVerdict(
                Verdict.CHANGED,
                "id" + EVIL,
                1,
                0,
                7,
                new Outlet("x" + EVIL, EVIL, null),
                "en" + EVIL,
                URI.create("javascript:alert(1)"),
                EVIL,
                Instant.EPOCH,
                "hash",
                true,
                List.of(theme),
                List.of(EVIL),
                List.of(new FieldDifference("headline", EVIL, EVIL)));

        String page = page(totals(1, "outlet" + EVIL), line);

        assertThat(page).doesNotContain("<script").doesNotContain("\u202e").doesNotContain("href=\"javascript");
        assertThat(page).contains("&lt;script&gt;").contains("default-src 'none'");
    }

    @Test
    void needsNothingButItself() throws Exception {
        assertThat(page(totals(0, "outlet")))
                .doesNotContain("src=")
                .doesNotContain("<link")
                .doesNotContain("@import");
    }

    @Test
    void saysInOneLineWhatItCameTo() throws Exception {
        assertThat(page(totals(0, "outlet"))).contains("<h1>All 3 alerts are identical</h1>");
        assertThat(page(totals(1, "outlet"))).contains("<h1>1 of 4 alerts are not the same</h1>");
    }

    @ParameterizedTest
    @CsvSource({
        "a<b>, a&lt;b&gt;",
        "a&amp;b, a&amp;amp;b",
        "it\"s, it&quot;s",
        "a\u0007b, a\uFFFDb",
        "a\ud83d\ude80b, a\ud83d\ude80b"
    })
    void escapes(String text, String html) {
        assertThat(Html.escape(text)).isEqualTo(html);
    }

    @Test
    void halfACharacterDoesNotBreakThePage() {
        assertThat(Html.escape("a\ud83d")).isEqualTo("a\uFFFD");
        assertThat(Html.escape("\ude80b")).isEqualTo("\uFFFDb");
    }

    private String page(Totals totals, AlertVerdict... lines) throws Exception {
        ReplayRequest request =
                ReplayRequest.classify(new Bound.Earliest(), new Bound.Latest(), "earliest to latest", null, "0.1");
        ReplayResult result = new ReplayResult(request, List.of(new Span("vigie.press-items", 0, 0, 9)), totals);
        Path file = folder.resolve("report.html");
        ReplayReport.write(result, Stream.of(lines), file);
        return Files.readString(file);
    }

    private static Totals totals(long changed, String outlet) {
        Tally tally = new Tally(3, changed, 0, 0, 0, 0);
        return new Totals(
                9,
                6 - changed,
                0,
                0,
                0,
                0,
                new Rereads(0, 0, 0, new TreeMap<>()),
                tally,
                new TreeMap<>(),
                new TreeMap<>(Map.of(outlet, tally)),
                new TreeMap<>());
    }
}
