package io.vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.SourceDefinition;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPressTest {

    private final DemoPress press = DemoPress.load();

    @Test
    void isAWorldOfManyOutletsAndLanguages() {
        assertThat(press.items()).hasSizeGreaterThanOrEqualTo(26);
        assertThat(press.outlets()).hasSizeGreaterThanOrEqualTo(9);
        assertThat(press.items().values().stream().map(DemoItem::language).distinct())
                .contains("fr", "en", "de", "pl", "ja", "es", "uk");
        assertThat(press.outlets().values().stream().map(DemoOutlet::kind).distinct())
                .containsExactlyInAnyOrder(SourceDefinition.Kind.values());
        assertThat(press.outlets().values().stream().map(DemoOutlet::discovery).filter(Objects::nonNull))
                .contains(DemoOutlet.Discovery.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"defence-industry", "ukraine-support", "china-concerns"})
    void reportsEachThemeAloneAndWithOthers(String theme) {
        assertThat(withThemes()).contains(Set.of(theme));
        assertThat(withThemes()).anyMatch(themes -> themes.contains(theme) && themes.size() > 1);
    }

    @Test
    void hasAsManyItemsWithoutThemeAsMakeAFalseAlarmVisible() {
        assertThat(withThemes().filter(Set::isEmpty)).hasSizeGreaterThan(10);
    }

    @Test
    void knowsOnlyTheThreeThemes() {
        assertThat(withThemes().flatMap(Set::stream).distinct())
                .containsExactlyInAnyOrder("defence-industry", "ukraine-support", "china-concerns");
    }

    @Test
    void changesItsMindTwice() {
        assertThat(press.items().values().stream().filter(DemoItem::withdrawn)).hasSize(1);
        assertThat(press.items().values().stream().filter(item -> item.revision() != null))
                .singleElement()
                .satisfies(item -> assertThat(item.revised().themes())
                        .containsAll(item.themes())
                        .hasSize(item.themes().size() + 1));
    }

    @Test
    void copiesAWireStoryOnAnotherOutlet() {
        assertThat(press.items().values().stream().filter(item -> item.copyOf() != null))
                .singleElement()
                .satisfies(copy -> {
                    DemoItem original = Objects.requireNonNull(press.items().get(copy.copyOf()));
                    assertThat(copy.outlet()).isNotEqualTo(original.outlet());
                    assertThat(copy.paragraphs())
                            .startsWith(original.paragraphs().toArray(String[]::new));
                    assertThat(copy.themes()).isEqualTo(original.themes());
                });
    }

    @Test
    void publishesOneTextInTwoLanguages() {
        assertThat(press.items().values().stream().filter(item -> item.editionOf() != null))
                .singleElement()
                .satisfies(item -> assertThat(press.editions(item))
                        .extracting(DemoItem::language)
                        .containsExactlyInAnyOrder("en", "fr"));
    }

    @Test
    void writesNothingThatItsOutletsCharsetCannotSay() {
        for (DemoItem item : press.items().values()) {
            Charset charset = Charset.forName(press.outletOf(item).charset());
            assertThat(charset.newEncoder().canEncode(item.headline() + String.join("", item.paragraphs())))
                    .as(item.id())
                    .isTrue();
        }
    }

    @Test
    void schedulesEveryItemThatIsWritten() throws IOException, URISyntaxException {
        Path items = Path.of(
                Objects.requireNonNull(DemoPress.class.getResource("items")).toURI());
        try (Stream<Path> files = Files.list(items)) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .toList();
            assertThat(press.items().keySet()).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private Stream<Set<String>> withThemes() {
        return press.items().values().stream().map(DemoItem::themes).collect(Collectors.toList()).stream();
    }
}
