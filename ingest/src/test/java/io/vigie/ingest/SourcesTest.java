package io.vigie.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigie.events.SourceDefinition;
import io.vigie.events.SourceDefinition.Kind;
import io.vigie.events.yaml.ConfigurationException;
import io.vigie.events.yaml.StrictYaml;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

    private static final StrictYaml YAML = new StrictYaml(name -> null);

    @Test
    void fillsInWhatIsNotSaid() {
        assertThat(parse("sources: [{id: otan, name: OTAN, url: 'https://otan.example/'}]")
                        .sources())
                .containsExactly(new SourceDefinition(
                        "otan",
                        "OTAN",
                        URI.create("https://otan.example/"),
                        Kind.AUTO,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        Duration.ofMinutes(10),
                        true,
                        false,
                        null));
    }

    @Test
    void readsEverythingThatCanBeSaid() {
        SourceDefinition source = parse("""
            sources:
              - id: mofa-ja
                name: 外務省
                url: https://mofa.example/press
                kind: listing
                include: [/press/]
                exclude: ['\\.pdf$']
                language: ja
                country: JP
                every: 90s
                enabled: false
                allowPrivate: true
                listing: {entry: li, zone: Asia/Tokyo}
            """).sources().get(0);

        assertThat(source.every()).isEqualTo(Duration.ofSeconds(90));
        assertThat(source.kind()).isEqualTo(Kind.LISTING);
        assertThat(source.enabled()).isFalse();
        assertThat(source.allowPrivate()).isTrue();
        assertThat(String.valueOf(source.listing())).contains("Asia/Tokyo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sources: [{id: a, name: A, url: 'https://a.example'}, {id: a, name: B, url: 'https://b.example'}] |"
                        + " 'a' stands twice",
                "sources: [{id: a, name: A, url: 'https://a.example', evry: 1m}] | sources[0].evry: unknown key",
                "sources: [{id: a, name: A}] | url",
                "sources: [{id: a, name: A, url: 'ftp://a.example'}] | http(s)",
                "sources: [{id: a, name: A, url: 'https://a.example', every: soon}] | duration",
                "sources: [{id: a, name: A, url: 'https://a.example', listing: {entry: 'ul >> li['}}] |"
                        + " listing entry 'ul >> li[' of source 'a' is not a CSS selector; write it as",
                "sources: [{id: a, name: A, url: 'https://a.example', listing: {title: ''}}] | listing title ''",
                "source: [] | source: unknown key"
            })
    void saysWhatToMend(String yaml, String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> parse(yaml))
                .withMessageStartingWith("sources.yaml")
                .withMessageContaining(message);
    }

    @Test
    void saysWhenThereIsNoFile() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Sources.load(Path.of("nowhere", "sources.yaml"), YAML))
                .withMessageContaining("cannot be read");
    }

    @Test
    void shipsAListThatCanBeUsedAsItIs() {
        List<SourceDefinition> shipped = parse(Sources.shipped()).sources();

        assertThat(shipped).hasSizeGreaterThan(40);
        assertThat(shipped).noneMatch(SourceDefinition::allowPrivate);
        assertThat(shipped).filteredOn(source -> !source.enabled()).hasSize(3);
        assertThat(shipped).extracting(SourceDefinition::language).contains("fr", "en", "de", "pl", "uk", "ja");
    }

    private static Sources parse(String yaml) {
        return Sources.parse("sources.yaml", yaml, YAML);
    }
}
