package io.vigie.sink.elastic;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where Elasticsearch is and how to speak to it.
 *
 * <p>Example: {@code ElasticSettings.at(URI.create("http://127.0.0.1:9200"))}.
 *
 * @param url http or https; a path is kept as a prefix, for clusters behind a gateway
 * @param apiKey encoded API key, as Elasticsearch gives it out; absent to send none
 * @param user for basic authentication; absent to send none; excludes {@code apiKey}
 * @param password of the user; present exactly when {@code user} is
 * @param ca PEM file with the certificates to trust instead of the platform's; absent to trust the platform's
 * @param timeout longest silence of the server within a request, more than zero
 */
public record ElasticSettings(
        URI url,
        @Nullable String apiKey,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path ca,
        Duration timeout) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    public ElasticSettings {
        String scheme = url.getScheme();
        if (!("http".equals(scheme) || "https".equals(scheme)) || url.getHost() == null) {
            throw new IllegalArgumentException("elasticsearch.url must be an http(s) address");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("elasticsearch.url must not hold a password; use user and password");
        }
        if (apiKey != null && user != null) {
            throw new IllegalArgumentException("elasticsearch.apiKey and elasticsearch.user exclude each other");
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("elasticsearch.user and elasticsearch.password go together");
        }
        if (ca != null && !"https".equals(scheme)) {
            throw new IllegalArgumentException("elasticsearch.ca is of use with an https address only");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("elasticsearch.timeout must be more than zero");
        }
    }

    /** No credentials, the platform's certificates, 30 seconds. */
    public static ElasticSettings at(URI url) {
        return new ElasticSettings(url, null, null, null, null, TIMEOUT);
    }

    public ElasticSettings withApiKey(String key) {
        return new ElasticSettings(url, key, null, null, ca, timeout);
    }

    public ElasticSettings withBasic(String name, String secret) {
        return new ElasticSettings(url, null, name, secret, ca, timeout);
    }

    public ElasticSettings withCa(Path pem) {
        return new ElasticSettings(url, apiKey, user, password, pem, timeout);
    }

    public ElasticSettings withTimeout(Duration longest) {
        return new ElasticSettings(url, apiKey, user, password, ca, longest);
    }

    @Override
    public String toString() {
        return "ElasticSettings[url=" + url + ", apiKey=" + masked(apiKey) + ", user=" + user + ", password="
                + masked(password) + ", ca=" + ca + ", timeout=" + timeout + "]";
    }

    private static String masked(@Nullable String secret) {
        return secret == null ? "none" : "***";
    }
}
