package io.vigie.ingest;

import io.vigie.ingest.web.Answers;
import io.vigie.ingest.web.LocalSite;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small press office on a local server: a feed and its pages, which can be edited and taken away. */
final class PressSite implements AutoCloseable {

    private final LocalSite server = LocalSite.start();
    private final Map<String, String> titles = new LinkedHashMap<>();
    private int version;

    URI feed() {
        return server.uri("/feed.xml");
    }

    URI page(String name) {
        return server.uri("/news/" + name);
    }

    LocalSite server() {
        return server;
    }

    /** Publishes a page, or publishes it anew. The feed lists it first. */
    synchronized PressSite publish(String name, String title, String text) {
        edit(name, title, text);
        titles.put(name, title);
        writeFeed();
        return this;
    }

    /** Changes a page and tells nobody. */
    synchronized void edit(String name, String title, String text) {
        server.on("/news/" + name, Answers.cached("text/html; charset=utf-8", "\"" + ++version + "\"", """
            <!doctype html><html lang="en"><head><title>%s</title>
            <meta property="article:published_time" content="2026-03-02T09:00:00Z"></head>
            <body><main><article><h1>%s</h1><p>%s</p>
            <p>The ministry added that further details would be given to the press in the coming days.</p>
            </article></main></body></html>\
            """.formatted(
                        title, title, text)));
    }

    /** Takes a page away; the feed still lists it, as feeds do. */
    void withdraw(String name) {
        server.remove("/news/" + name);
    }

    long visits(String name) {
        return server.requestsFor("/news/" + name);
    }

    /** Visits of somebody who did not know the page. */
    long firstVisits(String name) {
        return server.requests().stream()
                .filter(request -> request.path().equals("/news/" + name))
                .filter(request -> request.header("if-none-match").isEmpty())
                .count();
    }

    private void writeFeed() {
        StringBuilder items = new StringBuilder();
        titles.forEach((name, title) -> items.insert(
                0,
                "<item><title>%s</title><link>%s</link><guid>%s</guid></item>"
                        .formatted(title, page(name), page(name))));
        server.on(
                "/feed.xml",
                Answers.cached(
                        "application/rss+xml",
                        "\"f" + ++version + "\"",
                        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Press</title>" + items
                                + "</channel></rss>"));
    }

    @Override
    public void close() {
        server.close();
    }
}
