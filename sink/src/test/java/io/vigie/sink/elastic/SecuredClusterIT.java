package io.vigie.sink.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigie.embedded.EmbeddedElasticsearch;
import io.vigie.embedded.EmbeddedKafka;
import io.vigie.events.Readiness;
import io.vigie.sink.Authority;
import io.vigie.sink.Backoff;
import io.vigie.sink.elastic.SecuredCluster.Request;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sink before a cluster with TLS and credentials. The embedded node has no security, so a server in front of it asks
 * for them. What a cluster of the next major version looks at, the media type with its {@code compatible-with}, is checked
 * there too; a server of that version is not among the parts this build can have.
 */
class SecuredClusterIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String KEY = "a2V5OnNlY3JldA==";

    private static EmbeddedElasticsearch node;
    private static EmbeddedKafka kafka;
    private static Authority authority;
    private static Authority stranger;

    private AlertTopic topic;
    private SecuredCluster cluster;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        node = EmbeddedElasticsearch.at(directory.resolve("elasticsearch"))
                .port(0)
                .start();
        kafka = EmbeddedKafka.at(directory.resolve("kafka")).port(0).start();
        authority = Authority.in(Files.createDirectory(directory.resolve("authority")));
        stranger = Authority.in(Files.createDirectory(directory.resolve("stranger")));
    }

    @AfterAll
    static void stop() {
        kafka.close();
        node.close();
    }

    @BeforeEach
    void open() throws Exception {
        topic = new AlertTopic(
                kafka.bootstrapServers(), UUID.randomUUID().toString().substring(0, 8) + ".");
        cluster = new SecuredCluster(node.uri(), authority, "ApiKey " + KEY);
    }

    @AfterEach
    void close() {
        cluster.close();
        topic.close();
    }

    private static ElasticSettings settings(URI cluster) {
        return ElasticSettings.at(cluster).withCa(authority.pem()).withApiKey(KEY);
    }

    private ElasticSink start(ElasticSettings settings) {
        ElasticSink sink = new ElasticSink(
                new SinkSettings(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        topic.topics(),
                        settings,
                        BulkLimits.STANDARD,
                        new Backoff(Duration.ofMillis(50), Duration.ofMillis(500))),
                new SimpleMeterRegistry());
        sink.start();
        return sink;
    }

    private void awaitStored(ElasticSink sink) {
        String group = SinkSettings.of(kafka.bootstrapServers(), topic.topics(), ElasticSettings.at(node.uri()))
                .group();
        await().atMost(LONG).untilAsserted(() -> assertThat(topic.lag(group)).isZero());
        await().atMost(LONG).untilAsserted(() -> assertThat(sink.check()).isEqualTo(Readiness.ready()));
        assertThat(topic.deadLetters()).isEmpty();
    }

    private static void awaitNotReady(ElasticSink sink, String why) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(sink.check())
                        .isInstanceOfSatisfying(
                                Readiness.NotReady.class,
                                notReady -> assertThat(notReady.why()).contains(why)));
    }

    @Test
    void storesWithAnApiKeyAndAnAuthorityOfItsOwn() {
        topic.publish(List.of(Samples.alert(topic.topics().prefix() + "key")));
        try (ElasticSink sink = start(settings(cluster.uri()))) {
            awaitStored(sink);
        }
    }

    @Test
    void storesWithAUserAndAPassword() throws Exception {
        String pair = Base64.getEncoder().encodeToString("vigie:s3crét".getBytes(UTF_8));
        topic.publish(List.of(Samples.alert(topic.topics().prefix() + "basic")));
        try (SecuredCluster basic = new SecuredCluster(node.uri(), authority, "Basic " + pair);
                ElasticSink sink = start(settings(basic.uri()).withBasic("vigie", "s3crét"))) {
            awaitStored(sink);
        }
    }

    /** A cluster of version 9 answers as version 8 did whoever asks so, in every request and of every body. */
    @Test
    void speaksVersionEightToWhateverVersionAndToTheOneAddressOnly() throws Exception {
        topic.publish(List.of(Samples.alert(topic.topics().prefix() + "media")));
        try (ElasticSink sink = start(settings(cluster.uri()))) {
            awaitStored(sink);
        }
        try (ElasticsearchClient client = ElasticClients.open(settings(cluster.uri()))) {
            new ElasticAlertReader(client).find(AlertQuery.first(AlertFilter.ALL, 10));
            new IndexMigration(client).migrate(IndexLayout.ALERTS);
        }

        String media = "application/vnd.elasticsearch+json; compatible-with=8";
        assertThat(cluster.requests()).extracting(Request::path).anyMatch(path -> path.endsWith("/_bulk"));
        assertThat(cluster.requests()).extracting(Request::path).anyMatch(path -> path.endsWith("/_search"));
        assertThat(cluster.requests()).allSatisfy(request -> {
            assertThat(request.accept()).isEqualTo(media);
            assertThat(request.contentType()).isIn(null, media);
            assertThat(request.path()).as("sniffing").doesNotStartWith("/_nodes");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wrong key            | invalid credentials for API key",
                "no key               | Elasticsearch: security_exception: unable to authenticate",
                "another authority    | see elasticsearch.ca",
                "the platform's       | see elasticsearch.ca",
                "a file that is gone  | /nowhere/ca.pem is not there",
            })
    void saysWhatIsWrongWithItsCredentialsAndLosesNothing(String fault, String why) {
        topic.publish(List.of(Samples.alert(topic.topics().prefix() + "wrong")));
        try (ElasticSink sink = start(faulty(settings(cluster.uri()), fault))) {
            awaitNotReady(sink, why);
        }

        try (ElasticSink mended = start(settings(cluster.uri()))) {
            awaitStored(mended);
        }
    }

    private static ElasticSettings faulty(ElasticSettings good, String fault) {
        return switch (fault) {
            case "wrong key" -> good.withApiKey("d3Jvbmc=");
            case "no key" -> ElasticSettings.at(good.url()).withCa(authority.pem());
            case "another authority" -> good.withCa(stranger.pem());
            case "the platform's" -> ElasticSettings.at(good.url()).withApiKey(KEY);
            case "a file that is gone" -> good.withCa(Path.of("/nowhere/ca.pem"));
            default -> throw new IllegalArgumentException(fault);
        };
    }

    @Test
    void waitsWithAKeyThatHasExpiredAndGoesOnWhenItIsRenewed() {
        try (ElasticSink sink = start(settings(cluster.uri()))) {
            awaitStored(sink);
            cluster.expire(true);
            awaitNotReady(sink, "api key is expired"); // while there is nothing to write
            topic.publish(List.of(Samples.alert(topic.topics().prefix() + "expired")));
            awaitNotReady(sink, "api key is expired");

            cluster.expire(false);

            awaitStored(sink);
        }
    }
}
