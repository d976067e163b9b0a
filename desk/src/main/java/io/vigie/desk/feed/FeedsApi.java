package io.vigie.desk.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.desk.api.Filters;
import io.vigie.desk.http.Call;
import io.vigie.desk.http.Reply;
import io.vigie.sink.elastic.AlertDocument;
import io.vigie.sink.elastic.AlertHit;
import io.vigie.sink.elastic.AlertQuery;
import io.vigie.sink.elastic.AlertReader;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code /feeds/alerts.atom} and {@code /feeds/alerts.json}, each with the filters of {@code /api/alerts}. */
public final class FeedsApi {

    private static final int ENTRIES = 50;

    private final AlertReader alerts;
    private final Filters filters;

    public FeedsApi(AlertReader alerts, Filters filters) {
        this.alerts = alerts;
        this.filters = filters;
    }

    public Reply atom(Call call) {
        return Reply.of(
                        200,
                        "application/atom+xml; charset=utf-8",
                        AtomFeed.write(self(call), title(call), entries(call)))
                .header("Cache-Control", "max-age=30");
    }

    public Reply json(Call call) {
        return Reply.of(
                        200,
                        "application/feed+json; charset=utf-8",
                        JsonFeed.write(self(call), title(call), entries(call)))
                .header("Cache-Control", "max-age=30");
    }

    private List<AlertDocument> entries(Call call) {
        return alerts.find(AlertQuery.first(filters.of(call), ENTRIES).withoutBodies()).hits().stream()
                .map(AlertHit::alert)
                .toList();
    }

    /** The guard has seen to it that the host is one of ours. */
    private static String self(Call call) {
        String query = call.query().entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return "http://" + call.header("host").orElse("localhost") + call.path() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String title(Call call) {
        Map<String, List<String>> query = call.query();
        String filter = query.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.join(" ", entry.getValue()))
                .collect(Collectors.joining(", "));
        return filter.isEmpty() ? "Vigie" : "Vigie: " + filter;
    }
}
