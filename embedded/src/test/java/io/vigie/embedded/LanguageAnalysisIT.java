package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.analyze.AnalyzeToken;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageAnalysisIT {

    private static EmbeddedElasticsearch server;
    private static ElasticsearchClient client;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = EmbeddedElasticsearch.at(data).port(0).start();
        client = new ElasticsearchClient(new RestClientTransport(
                RestClient.builder(HttpHost.create(server.uri().toString())).build(), new JacksonJsonpMapper()));
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    french,    Les chevaux militaires,  cheval militair
                    english,   The running forces,      run forc
                    german,    Die Häuser,              haus
                    spanish,   Las naciones unidas,     nacion unid
                    italian,   Le nazioni unite,        nazion unite
                    portuguese,As nações unidas,        naca unid
                    dutch,     De schepen varen,        schep var
                    polish,    Okrętami wojennymi,      okręt wojenny
                    ukrainian, кораблями,               корабель
                    cjk,       東京大学,                 東京 京大 大学
                    kuromoji,  東京大学へ,               東京 大学
                    smartcn,   我们的军队,               我们 的 军队
                    nori,      한국어를,                 한국 어
                    """)
    void analyzesLanguages(String analyzer, String text, String tokens) throws IOException {
        assertThat(client.indices().analyze(a -> a.analyzer(analyzer).text(text)).tokens().stream()
                        .map(AnalyzeToken::token))
                .containsExactly(tokens.split(" "));
    }
}
