package io.vigie.embedded;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.indices.analyze.AnalyzeToken;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedElasticsearchIT {

    private static final String TEMPLATE = """
            {
              "index_patterns": ["reports-*"],
              "template": {
                "settings": {
                  "number_of_shards": 1,
                  "number_of_replicas": 0,
                  "analysis": {
                    "analyzer": {
                      "folded": {"type": "custom", "tokenizer": "standard", "filter": ["lowercase", "icu_folding"]},
                      "english_kept": {"type": "english", "stem_exclusion": ["forces"]}
                    },
                    "normalizer": {"outlet": {"type": "custom", "filter": ["lowercase", "asciifolding"]}}
                  }
                },
                "mappings": {
                  "properties": {
                    "headline": {"type": "text", "analyzer": "french", "fields": {"folded": {"type": "text", "analyzer": "folded"}}},
                    "outlet": {"type": "keyword", "normalizer": "outlet"},
                    "seen": {"type": "date"},
                    "themes": {"type": "nested", "properties": {"theme": {"type": "keyword"}, "score": {"type": "double"}}}
                  }
                },
                "aliases": {"reports": {}}
              }
            }
            """;

    private static final String SEARCH = """
            {
              "query": {
                "bool": {
                  "must": [{"match": {"headline": "navire"}}],
                  "filter": [
                    {"nested": {"path": "themes", "query": {"bool": {"filter": [
                      {"term": {"themes.theme": "sea"}}, {"range": {"themes.score": {"gte": 0.5}}}]}}}},
                    {"range": {"seen": {"gte": "2026-01-01"}}}
                  ]
                }
              },
              "highlight": {"fields": {"headline": {}}},
              "aggs": {
                "outlets": {"terms": {"field": "outlet"}},
                "hours": {"date_histogram": {"field": "seen", "calendar_interval": "hour"}}
              }
            }
            """;

    @TempDir
    Path data;

    private EmbeddedElasticsearch server;
    private ElasticsearchClient client;

    @BeforeEach
    void start() {
        server = EmbeddedElasticsearch.at(data).port(0).start();
        client = new ElasticsearchClient(new RestClientTransport(
                RestClient.builder(HttpHost.create(server.uri().toString())).build(), new JacksonJsonpMapper()));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void saysWhoItIs() throws Exception {
        assertThat(client.info().version().number()).startsWith("8.19.");
        assertThat(client.ping().value()).isTrue();

        var root = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.ofString());
        assertThat(root.statusCode()).isEqualTo(200);
        assertThat(root.body()).contains("\"tagline\":\"You Know, for Search\"");
        assertThat(root.headers().firstValue("X-elastic-product")).contains("Elasticsearch");
    }

    @Test
    void servesTheOfficialClientAndKeepsDocumentsOverARestart() throws Exception {
        putTemplate();
        index("1", 7, document("Les navires de Névrac en mer", "Gazette de Névrac", "sea", 0.9));
        index("2", 1, document("Un navire de pierre", "GAZETTE DE NEVRAC", "sea", 0.1));
        assertFound();

        stop();
        start();

        assertFound();
        assertThat(client.indices().existsIndexTemplate(t -> t.name("reports")).value())
                .isTrue();
    }

    @Test
    void refusesAnOlderExternalVersion() throws Exception {
        putTemplate();
        index("1", 7, document("Nouvelle", "a", "sea", 1));

        BulkResponse older = index("1", 6, document("Ancienne", "a", "sea", 1));

        assertThat(older.errors()).isTrue();
        assertThat(older.items().get(0).status()).isEqualTo(409);
        assertThat(client.get(g -> g.index("reports-1").id("1"), Map.class).version())
                .isEqualTo(7);
    }

    @Test
    void analyzesAsAnIndexConfigures() throws Exception {
        putTemplate();
        index("1", 1, document("x", "x", "sea", 1));

        assertThat(analyze("english_kept", "forces running")).containsExactly("forces", "run");
        assertThat(analyze("folded", "Écran Łódź")).containsExactly("ecran", "lodz");
    }

    @Test
    void refusesADirectoryInUse() {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(EmbeddedElasticsearch.at(data).port(0)::start)
                .withMessageContaining("is in use by another vigie");
    }

    @Test
    void refusesATakenPortAndAFileForADirectory(@TempDir Path elsewhere) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(EmbeddedElasticsearch.at(elsewhere).port(other.getLocalPort())::start)
                    .withMessage("port %d on 127.0.0.1 is taken; stop the other program or set elasticsearch.port: 0"
                            .formatted(other.getLocalPort()));
        }
        Path file = Files.writeString(elsewhere.resolve("file"), "");
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(EmbeddedElasticsearch.at(file).port(0)::start)
                .withMessageContaining(file + " is a file");
    }

    private void assertFound() throws IOException {
        SearchRequest search = SearchRequest.of(s -> s.index("reports").withJson(new StringReader(SEARCH)));
        SearchResponse<?> found = client.search(search, Map.class);
        assertThat(found.hits().hits()).hasSize(1);
        var hit = found.hits().hits().get(0);
        assertThat(hit.id()).isEqualTo("1");
        assertThat(hit.highlight().get("headline")).containsExactly("Les <em>navires</em> de Névrac en mer");
        assertThat(aggregation(found, "outlets").sterms().buckets().array())
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.key().stringValue()).isEqualTo("gazette de nevrac"));
        assertThat(aggregation(found, "hours").dateHistogram().buckets().array())
                .hasSize(1);
    }

    private static Aggregate aggregation(SearchResponse<?> found, String name) {
        return requireNonNull(found.aggregations().get(name), name);
    }

    private List<String> analyze(String analyzer, String text) throws IOException {
        return client
                .indices()
                .analyze(a -> a.index("reports-1").analyzer(analyzer).text(text))
                .tokens()
                .stream()
                .map(AnalyzeToken::token)
                .toList();
    }

    private void putTemplate() throws IOException {
        client.indices().putIndexTemplate(t -> t.name("reports").withJson(new StringReader(TEMPLATE)));
    }

    private BulkResponse index(String id, long version, Map<String, Object> document) throws IOException {
        return client.bulk(b -> b.refresh(Refresh.True)
                .operations(o -> o.index(i -> i.index("reports-1")
                        .id(id)
                        .versionType(VersionType.External)
                        .version(version)
                        .document(document))));
    }

    private static Map<String, Object> document(String headline, String outlet, String theme, double score) {
        return Map.of(
                "headline",
                headline,
                "outlet",
                outlet,
                "seen",
                "2026-03-01T10:15:00Z",
                "themes",
                List.of(Map.of("theme", theme, "score", score)));
    }
}
