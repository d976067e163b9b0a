package io.vigie.desk.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.json.JsonCodec;
import io.vigie.sink.elastic.AlertDocument;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** JSON Feed 1.1, <a href="https://www.jsonfeed.org/version/1.1/">jsonfeed.org</a>. */
final class JsonFeed {

    private static final ObjectMapper MAPPER = JsonCodec.mapper();

    private JsonFeed() {}

    static byte[] write(String self, String title, List<AlertDocument> alerts) {
        ObjectNode feed = MAPPER.createObjectNode();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title);
        feed.put("feed_url", self);
        ArrayNode items = feed.putArray("items");
        alerts.forEach(alert -> items.add(item(alert)));
        try {
            return MAPPER.writeValueAsBytes(feed);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree that Jackson cannot write", e);
        }
    }

    private static ObjectNode item(AlertDocument alert) {
        ObjectNode item = MAPPER.createObjectNode();
        item.put("id", "urn:vigie:alert:" + alert.alertId());
        if (Entry.isWeb(alert.url())) {
            item.put("url", alert.url().toASCIIString());
        }
        item.put("title", Entry.title(alert));
        item.put("content_text", Entry.summary(alert));
        Instant published = alert.datePublished();
        if (published != null) {
            item.put("date_published", published.toString());
        }
        item.put("date_modified", alert.detectedAt().toString());
        item.putArray("authors").addObject().put("name", alert.outlet().name());
        if (!alert.language().equals("und")) {
            item.put("language", alert.language());
        }
        ArrayNode tags = item.putArray("tags");
        alert.themes().forEach(theme -> tags.add(theme.theme()));
        return item;
    }
}
