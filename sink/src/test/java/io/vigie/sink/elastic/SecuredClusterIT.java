package io.vigie.sink.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.vigie.embedded.EmbeddedElasticsearch;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded node has no security, so TLS and credentials are asked for by a server in front of it. What a cluster of
 * the next major version looks at, the media type with its {@code compatible-with}, is checked there too; a server of that
 * version is not among the parts this build can have.
 */
class SecuredClusterIT {

    private static EmbeddedElasticsearch node;

    @BeforeAll
    static void start(@TempDir Path directory) {
        node = EmbeddedElasticsearch.at(directory).port(0).start();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static void writes(ElasticSettings settings, String id) throws IOException {
        try (ElasticsearchClient client = ElasticClients.open(settings)) {
            new IndexSetup(client, IndexLayout.ALERTS).install("2026-04");
            assertThat(new AlertIndexer(client, Clock.systemUTC()).write(List.of(Samples.alert(id))))
                    .containsExactly(Verdict.STORED);
        }
    }

    @Test
    void takesAnApiKeyAndACertificateAuthorityOfItsOwn(@TempDir Path directory) throws Exception {
        try (SecuredCluster cluster = new SecuredCluster(node.uri(), directory, "ApiKey a2V5OnNlY3JldA==")) {
            ElasticSettings open = ElasticSettings.at(cluster.uri()).withCa(cluster.certificate());

            writes(open.withApiKey("a2V5OnNlY3JldA=="), "key");

            assertThat(cluster.accepted())
                    .isNotEmpty()
                    .allMatch(accept -> accept.equals("application/vnd.elasticsearch+json; compatible-with=8"));
        }
    }

    @Test
    void takesAUserAndAPassword(@TempDir Path directory) throws Exception {
        String basic = "Basic " + Base64.getEncoder().encodeToString("vigie:s3crét".getBytes(UTF_8));
        try (SecuredCluster cluster = new SecuredCluster(node.uri(), directory, basic)) {
            writes(
                    ElasticSettings.at(cluster.uri())
                            .withCa(cluster.certificate())
                            .withBasic("vigie", "s3crét"),
                    "basic");
        }
    }

    @Test
    void trustsNobodyElseAndWaitsForCredentialsToBeMended(@TempDir Path directory) throws Exception {
        try (SecuredCluster cluster = new SecuredCluster(node.uri(), directory, "ApiKey right")) {
            ElasticSettings wrongKey = ElasticSettings.at(cluster.uri())
                    .withCa(cluster.certificate())
                    .withApiKey("wrong");
            assertThatThrownBy(() -> writes(ElasticSettings.at(cluster.uri()).withApiKey("right"), "x"))
                    .hasRootCauseInstanceOf(GeneralSecurityException.class)
                    .hasCauseInstanceOf(SSLException.class);
            assertThatThrownBy(() -> writes(wrongKey, "x")).isInstanceOf(ElasticsearchException.class);
            try (ElasticsearchClient client = ElasticClients.open(wrongKey)) {
                assertThat(new AlertIndexer(client, Clock.systemUTC()).write(List.of(Samples.alert("x"))))
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Verdict.Retriable.class,
                                verdict -> assertThat(verdict.blame()).isEqualTo(Verdict.Blame.CLUSTER));
            }
        }
    }
}
