package io.vigie.sink.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/**
 * Opens the official client. One address, no sniffing: the addresses that nodes publish of themselves are often not
 * reachable from where we stand, and a gateway or container must not be bypassed.
 */
public final class ElasticClients {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private ElasticClients() {}

    /**
     * Opens a client; no connection is made before its first call. Close it when done.
     *
     * @throws IOException when the CA file cannot be read; the message names it
     */
    public static ElasticsearchClient open(ElasticSettings settings) throws IOException {
        URI url = settings.url();
        RestClientBuilder builder = RestClient.builder(new HttpHost(url.getHost(), port(url), url.getScheme()));
        String path = url.getPath();
        if (path != null && path.length() > 1) {
            builder.setPathPrefix(path);
        }
        builder.setDefaultHeaders(authorization(settings));
        builder.setRequestConfigCallback(request -> request.setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setSocketTimeout(Math.toIntExact(settings.timeout().toMillis())));
        Path ca = settings.ca();
        if (ca != null) {
            SSLContext trust = Trust.read(ca).context();
            builder.setHttpClientConfigCallback(http -> http.setSSLContext(trust));
        }
        return new ElasticsearchClient(
                new RestClientTransport(builder.build(), new JacksonJsonpMapper(JsonCodec.mapper())));
    }

    private static int port(URI url) {
        return url.getPort() != -1 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    private static Header[] authorization(ElasticSettings settings) {
        String key = settings.apiKey();
        if (key != null) {
            return new Header[] {new BasicHeader("Authorization", "ApiKey " + key)};
        }
        if (settings.user() != null) {
            byte[] pair = (settings.user() + ":" + settings.password()).getBytes(UTF_8);
            return new Header[] {
                new BasicHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
            };
        }
        return new Header[0];
    }
}
