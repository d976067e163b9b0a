package io.vigie.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoExpectationsTest {

    private final DemoSite site = new DemoSite(DemoPress.load(), Clock.systemUTC());

    @BeforeEach
    void start() throws IOException {
        site.start();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void findsNothingToSayOfRightVerdicts() {
        assertThat(site.expectations().differences(right())).isEmpty();
    }

    @Test
    void namesEachVerdictThatIsMissingOrTooMany() {
        Map<URI, Set<String>> verdicts = right();
        verdicts.remove(url("wire-grid-intrusion"));
        verdicts.put(url("ping-pong"), Set.of("china-concerns"));
        assertThat(site.expectations().differences(verdicts))
                .containsExactly(
                        "wire-grid-intrusion: expected [china-concerns], was given []",
                        "ping-pong: expected [], was given [china-concerns]");
    }

    @Test
    void expectsTheThemeThatTheSilentEditAdds() {
        assertThat(site.expectations().differencesAtEnd(right()))
                .containsExactly(
                        "essay-gallium: expected [china-concerns, defence-industry], was given [china-concerns]");
    }

    @Test
    void doesNotExpectThatAForbiddenPageIsRead() {
        assertThat(site.expectations().items())
                .extracting(DemoExpectations.Item::url)
                .doesNotContainAnyElementsOf(site.expectations().neverRead());
    }

    @Test
    void countsAnAlertForEachItemWithATheme() {
        assertThat(site.expectations().alerts())
                .isEqualTo(right().values().stream()
                        .filter(themes -> !themes.isEmpty())
                        .count());
    }

    private Map<URI, Set<String>> right() {
        Map<URI, Set<String>> verdicts = new HashMap<>();
        site.expectations().items().forEach(item -> verdicts.put(item.url(), item.themes()));
        return verdicts;
    }

    private URI url(String id) {
        return site.expectations().items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow()
                .url();
    }
}
