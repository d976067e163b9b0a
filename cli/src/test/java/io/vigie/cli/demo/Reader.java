package io.vigie.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** A plain reader of pages for tests. */
final class Reader {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<byte[]> get(URI uri, String... headers) {
        return send("GET", uri, headers);
    }

    HttpResponse<byte[]> send(String method, URI uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(uri.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(uri.toString(), e);
        }
    }

    Document html(URI uri) {
        return Jsoup.parse(text(uri), uri.toString());
    }

    Document xml(URI uri) {
        return Jsoup.parse(text(uri), uri.toString(), Parser.xmlParser());
    }

    String text(URI uri) {
        HttpResponse<byte[]> response = get(uri);
        if (response.statusCode() != 200) {
            throw new AssertionError(uri + " answered " + response.statusCode());
        }
        return new String(response.body(), charset(response));
    }

    static Charset charset(HttpResponse<?> response) {
        String type = response.headers().firstValue("Content-Type").orElseThrow();
        return Charset.forName(type.substring(type.indexOf("charset=") + "charset=".length()));
    }
}
