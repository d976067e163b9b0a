package io.vigie.cli.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code elasticsearch} of {@code vigie.yaml}.
 *
 * @param url {@code embedded}, or http(s) address of a cluster
 * @param port of the embedded node, on loopback; 0 picks a free one
 * @param apiKey base64 form of an API key; absent for none; never printed
 * @param user for basic authentication, with {@code password}; absent for none
 * @param password never printed
 * @param ca path of the certificate authority's PEM file; absent for the system's
 */
public record ElasticsearchConfig(
        String url,
        Integer port,
        @Nullable String apiKey,
        @Nullable String user,
        @Nullable String password,
        @Nullable String ca) {

    // Jackson passes null for a key that the file leaves out.
    public ElasticsearchConfig {
        url = url == null ? KafkaConfig.EMBEDDED : url;
        port = port == null ? 9200 : port;
        if (!url.equals(KafkaConfig.EMBEDDED) && !isHttp(url)) {
            throw new IllegalArgumentException("url '" + url + "' must be embedded or an http(s) address");
        }
        if (apiKey != null && user != null) {
            throw new IllegalArgumentException("apiKey and user exclude each other; keep one");
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("user and password go together; give both or none");
        }
        Ports.check("port", port);
    }

    static ElasticsearchConfig defaults() {
        return new ElasticsearchConfig(KafkaConfig.EMBEDDED, 9200, null, null, null, null);
    }

    public boolean isEmbedded() {
        return url.equals(KafkaConfig.EMBEDDED);
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = new URI(url);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "ElasticsearchConfig[url=" + url + ", port=" + port + ", ca=" + ca + "]";
    }
}
