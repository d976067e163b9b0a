package io.vigie.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.yaml.ConfigurationException;
import io.vigie.events.yaml.StrictYaml;
import io.vigie.sink.deliver.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VigieConfigTest {

    @TempDir
    private Path folder;

    @Test
    void anAbsentFileMeansEverythingEmbeddedOnLoopback() {
        assertThat(load()).isEqualTo(VigieConfig.defaults());
        assertThat(load().kafka()).isEqualTo(new KafkaConfig("embedded", 9092, "vigie.", Map.of()));
        assertThat(load().elasticsearch()).isEqualTo(new ElasticsearchConfig("embedded", 9200, null, null, null, null));
        assertThat(load().fetch().settings().hostDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(load().fetch().settings().maxBody()).isEqualTo(8L * 1024 * 1024);
        assertThat(load().fetch().settings().deadline()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aKeyThatIsLeftOutTakesItsDefault() throws IOException {
        write("kafka: {bootstrap: 'kafka-1:9092,kafka-2:9092'}\nfetch: {maxBody: 2MiB}\n");
        assertThat(load().kafka().prefix()).isEqualTo("vigie.");
        assertThat(load().kafka().isEmbedded()).isFalse();
        assertThat(load().fetch().maxBody().bytes()).isEqualTo(2L * 1024 * 1024);
    }

    @Test
    void anInstanceOfTheStreamMayHaveANameAndCopies() throws IOException {
        assertThat(load().processor()).isEqualTo(new ProcessorConfig(2, null, 0));
        write("processor: {instance: processor-1, standbys: 1}\n");
        assertThat(load().processor()).isEqualTo(new ProcessorConfig(2, "processor-1", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        kafka: {bootstrop: embedded}                    | line 1, kafka.bootstrop: unknown key; known keys are bootstrap, port, prefix, properties
        kafka: {bootstrap: nowhere}                     | line 1, kafka: bootstrap 'nowhere' must be embedded or HOST:PORT
        kafka: {port: 70000}                            | line 1, kafka: port 70000 must be 0 (a free one) to 65535
        kafka: {properties: {processing.guarantee: at_least_once}} | line 1, kafka: processing.guarantee 'at_least_once' would lose alerts or tell them twice
        elasticsearch: {url: 'ftp://x'}                 | line 1, elasticsearch: url 'ftp://x' must be embedded or an http(s) address
        elasticsearch: {user: a}                    | line 1, elasticsearch: user and password go together
        fetch: {maxBody: much}                          | line 1, fetch.maxBody: 'much' is not a size such as 512KiB
        deliver: {channels: [{id: a, kind: fax, url: 'http://x/'}]} | line 1, deliver.channels[0].kind:
        deliver: {channels: [{id: a, kind: slack, url: 'http://x/'}, {id: a, kind: slack, url: 'http://x/'}]} | line 1, deliver: two channels have the id 'a'
        processor: {threads: 0}                         | line 1, processor: threads 0 must be 1 or more
        processor: {instance: 'a b'}                    | line 1, processor: instance 'a b' may hold letters, digits
        fetch: {deadline: 0s}                           | line 1, fetch: deadline 'PT0S'
        """)
    void saysWhatToMend(String text, String message) throws IOException {
        write(text);
        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(folder.resolve("vigie.yaml") + " " + message);
    }

    @Test
    void aMissingFolderIsAMistake() {
        Path missing = folder.resolve("conf");
        assertThatThrownBy(() -> VigieConfig.load(new ConfigFolder(missing), new StrictYaml(name -> null)))
                .hasMessageContaining(missing + ": no such folder; make it, or name another with --config");
    }

    @Test
    void readsChannels() throws IOException {
        write("""
            deliver:
              channels:
                - {id: desk, kind: slack, url: "https://hooks.example/${KEY}", themes: [ukraine-support], rate: 1/s}
                - id: mail
                  kind: email
                  url: smtp://mail.example:25
                  from: vigie@desk.example
                  to: [watch@desk.example]
                  quiet: {from: 22:00, to: 06:30, zone: Europe/Paris}
            """);
        assertThat(load().deliver().channels()).extracting(Channel::id).containsExactly("desk", "mail");
        assertThat(load().toString()).doesNotContain("s3cret").doesNotContain("hooks.example");
    }

    @Test
    void neverPrintsASecret() throws IOException {
        write("kafka: {properties: {sasl.jaas.config: hunter2}}\nelasticsearch: {apiKey: '${KEY}'}\n");
        assertThat(load().toString()).doesNotContain("hunter2").doesNotContain("s3cret");
        assertThat(load().elasticsearch().apiKey()).isEqualTo("s3cret");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("vigie.yaml"), text);
    }

    private VigieConfig load() {
        return VigieConfig.load(new ConfigFolder(folder), new StrictYaml(Map.of("KEY", "s3cret")::get));
    }
}
