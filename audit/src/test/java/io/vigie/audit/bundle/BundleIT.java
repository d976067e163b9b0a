package io.vigie.audit.bundle;

import static io.vigie.audit.Production.RULES;
import static io.vigie.audit.Production.item;
import static io.vigie.audit.Production.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.audit.Production;
import io.vigie.audit.topic.Bound;
import io.vigie.events.PressItem;
import io.vigie.events.json.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleIT {

    /** Bits flipped in each file: enough that a part that nothing covers would be hit. */
    private static final int FLIPS = 60;

    @TempDir
    private static Path data;

    @AutoClose
    private static Production production;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        production = Production.start(data, "bundle.");
        production.publishPage(
                "sold", page("A missile contract", "A missile was sold to a buyer that nobody names."), true);
        production.publishPage("quiet", page("A quiet day", "Nothing happened, and nobody was there to see it."), true);
        PressItem gone = production.publishPage(
                "gone", page("A frigate sails", "It sails at dawn with all hands on board."), true);
        production.publishPage(
                "sold", page("A missile contract", "A missile contract was signed. The buyer is known."), false);
        production.publish(gone.withdrawn(Instant.parse("2026-03-03T00:00:00Z")));
        production.judge(RULES);
    }

    private Path export(String name, Selection selection) throws IOException {
        Path bundle = folder.resolve(name);
        new BundleExport(production.access(), production.topics(), "test").write(selection, bundle);
        return bundle;
    }

    private static Selection everything() {
        return new Selection.Range(new Bound.Earliest(), new Bound.Latest(), "everything");
    }

    private static List<Finding> findings(Path bundle) throws IOException {
        return BundleVerifier.verify(bundle, null).findings();
    }

    @Test
    void holdsAndCountsWhatIsInIt() throws Exception {
        BundleVerifier.Verification verified = BundleVerifier.verify(export("all", everything()), null);

        assertThat(verified.findings()).isEmpty();
        assertThat(verified.alerts()).isEqualTo(4);
        assertThat(verified.items()).isEqualTo(4);
    }

    @Test
    void oneAlertComesWithItsEarlierRevisionsPagesAndRules() throws Exception {
        Path bundle =
                export("one", new Selection.Alerts(Set.of(item("sold", "", "").id())));

        assertThat(findings(bundle)).isEmpty();
        assertThat(bundle.resolve(BundleFiles.ITEMS)).content().hasLineCount(2);
        assertThat(bundle.resolve(BundleFiles.ALERTS)).content().hasLineCount(2);
        assertThat(bundle.resolve(BundleFiles.ruleset(RULES.hash()))).hasContent(RULES.yaml());
        assertThat(Pages.read(bundle.resolve(BundleFiles.PAGES))).hasSize(2);
    }

    @Test
    void theSameRecordsGiveTheSameBytes() throws Exception {
        assertThat(contents(export("once", everything()))).isEqualTo(contents(export("twice", everything())));
    }

    @Test
    void aSingleFlippedBitAnywhereIsFound() throws Exception {
        Path bundle = export("flipped", everything());
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] right = Files.readAllBytes(file);
                for (int i = 0; i < Math.min(FLIPS, right.length); i++) {
                    byte[] wrong = right.clone();
                    int at = (int) ((long) i * right.length / Math.min(FLIPS, right.length));
                    wrong[at] ^= (byte) (1 << (i % Byte.SIZE));
                    Files.write(file, wrong);
                    assertThat(findings(bundle))
                            .as("bit %d of byte %d of %s", i % Byte.SIZE, at, file)
                            .isNotEmpty();
                }
                Files.write(file, right);
            }
        }
        assertThat(findings(bundle)).isEmpty();
    }

    /** Somebody who changes a file and seals the bundle again is found by what does not follow any more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pages.warc              | nobody names     | nobody loves     | items.jsonl            | its page
            items.jsonl             | nobody names     | nobody loves     | items.jsonl            | body is not what the page says
            classified-items.jsonl  | "rule":"missile" | "rule":"mussels" | classified-items.jsonl | themes is not what the rules say
            classified-items.jsonl  | "revision":2     | "revision":3     | classified-items.jsonl | is recorded as
            alerts.jsonl            | "rule":"missile" | "rule":"mussels" | alerts.jsonl           | themes is not what follows
            alerts.jsonl            | "retracted"      | "amended"        | alerts.jsonl           | status is not what follows
            """)
    void aForgeryThatIsSealedAgainIsFound(String file, String from, String to, String where, String what)
            throws Exception {
        Path bundle = export("forged", everything());
        Path forged = bundle.resolve(file);
        Files.writeString(forged, Files.readString(forged).replace(from, to));
        seal(bundle);

        assertThat(findings(bundle)).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(where);
            assertThat(finding.what()).contains(what);
        });
    }

    @Test
    void otherRulesUnderTheSameNameAreFound() throws Exception {
        Path bundle = export("rules", everything());
        Path rules = bundle.resolve(BundleFiles.ruleset(RULES.hash()));
        Files.writeString(rules, Files.readString(rules).replace("weight: 1", "weight: 2"));
        seal(bundle);

        assertThat(findings(bundle)).extracting(Finding::what).contains("is not the text that its name is the hash of");
    }

    @Test
    void anAlertThatIsLeftOutIsMissed() throws Exception {
        Path bundle = export("short", everything());
        Path alerts = bundle.resolve(BundleFiles.ALERTS);
        Files.write(alerts, Files.readAllLines(alerts).subList(1, 4));
        seal(bundle);

        assertThat(findings(bundle)).extracting(Finding::what).anyMatch(what -> what.contains("should have raised"));
    }

    @Test
    void whoNotedTheRootIsNotFooledByAnotherBundle() throws Exception {
        Path bundle = export(
                "swapped", new Selection.Alerts(Set.of(item("sold", "", "").id())));
        String root = Objects.requireNonNull(BundleVerifier.verify(bundle, null).root());

        assertThat(BundleVerifier.verify(bundle, root).findings()).isEmpty();
        assertThat(BundleVerifier.verify(export("other", everything()), root).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("noted"));
    }

    @Test
    void nothingThatIsNotThereIsExported() {
        assertThatThrownBy(() -> export("none", new Selection.Alerts(Set.of("never"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never");
    }

    private static void seal(Path bundle) throws IOException {
        Path file = bundle.resolve(Manifest.FILE);
        Manifest old = JsonCodec.of(Manifest.class).decode(Files.readAllBytes(file));
        Files.write(file, Manifest.of(old.head(), BundleWriter.entries(bundle)).encode());
    }

    private static Map<String, String> contents(Path bundle) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        BundleWriter.entries(bundle).forEach(entry -> contents.put(entry.path(), entry.sha256()));
        contents.put(Manifest.FILE, Files.readString(bundle.resolve(Manifest.FILE)));
        return contents;
    }
}
