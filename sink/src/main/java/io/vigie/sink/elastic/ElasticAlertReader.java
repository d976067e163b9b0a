package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads through the alias {@code vigie-alerts}. Before the first alert is stored it finds nothing, and that is no error. */
public final class ElasticAlertReader implements AlertReader {

    private static final SourceConfig WITHOUT_BODY =
            SourceConfig.of(source -> source.filter(filter -> filter.excludes("body")));

    /** Pages that are looked through for one; a page that is then still short says where to go on. */
    private static final int MOST_ROUNDS = 5;

    private final ElasticsearchClient client;

    /**
     * Reads with a client that stays the caller's to close.
     *
     * @param client see {@link ElasticClients#open}
     */
    public ElasticAlertReader(ElasticsearchClient client) {
        this.client = client;
    }

    @Override
    public AlertPage find(AlertQuery query) {
        // One more than the page tells whether there is another.
        SearchRequest.Builder search = new SearchRequest.Builder()
                .index(IndexLayout.ALERTS.alias())
                .ignoreUnavailable(true)
                .query(AlertSearch.query(query.filter()))
                .size(query.size() + 1)
                .trackTotalHits(track -> track.enabled(false))
                .sort(sort -> sort.field(f -> f.field("detectedAt").order(SortOrder.Desc)))
                .sort(sort -> sort.field(f -> f.field("alertId").order(SortOrder.Desc)));
        if (!query.bodies()) {
            search.source(WITHOUT_BODY);
        }
        if (query.filter().text() != null) {
            search.highlight(AlertSearch.highlight());
        }
        if (query.cursor() != null) {
            search.searchAfter(Cursor.decode(query.cursor()).values());
        }
        SearchRequest request = search.build();
        SearchResponse<AlertDocument> response = call(() -> client.search(request, AlertDocument.class));
        return page(response.hits().hits(), query.size());
    }

    @Override
    public AlertStatePage findAsOf(Instant moment, AlertQuery query) {
        AlertFilter filter = query.filter();
        if (filter.text() != null || filter.minScore() != null) {
            throw new IllegalArgumentException("words and scores of earlier revisions are not kept");
        }
        List<AlertState> states = new ArrayList<>();
        String cursor = query.cursor();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Hit<AlertDocument>> found = known(moment, query, cursor);
            for (Hit<AlertDocument> hit : found) {
                if (states.size() == query.size()) {
                    return new AlertStatePage(states, cursor);
                }
                cursor = cursor(hit);
                Optional.ofNullable(hit.source())
                        .flatMap(alert -> AlertState.of(alert, moment))
                        .filter(state -> state.passes(filter))
                        .ifPresent(states::add);
            }
            if (found.size() <= query.size()) {
                return new AlertStatePage(states, null);
            }
        }
        return new AlertStatePage(states, cursor);
    }

    private List<Hit<AlertDocument>> known(Instant moment, AlertQuery query, @Nullable String cursor) {
        SearchRequest.Builder search = new SearchRequest.Builder()
                .index(IndexLayout.ALERTS.alias())
                .ignoreUnavailable(true)
                .query(AlertSearch.asOf(query.filter(), moment))
                .size(query.size() + 1)
                .trackTotalHits(track -> track.enabled(false))
                .sort(sort -> sort.field(f -> f.field("filedAt").order(SortOrder.Desc)))
                .sort(sort -> sort.field(f -> f.field("alertId").order(SortOrder.Desc)));
        if (!query.bodies()) {
            search.source(WITHOUT_BODY);
        }
        if (cursor != null) {
            search.searchAfter(Cursor.decode(cursor).values());
        }
        SearchRequest request = search.build();
        return call(() -> client.search(request, AlertDocument.class)).hits().hits();
    }

    private static AlertPage page(List<Hit<AlertDocument>> found, int size) {
        List<AlertHit> hits = new ArrayList<>();
        for (Hit<AlertDocument> hit : found.subList(0, Math.min(size, found.size()))) {
            AlertDocument alert = hit.source();
            if (alert != null) {
                hits.add(new AlertHit(alert, highlights(hit)));
            }
        }
        return new AlertPage(hits, found.size() > size ? cursor(found.get(size - 1)) : null);
    }

    private static @Nullable String cursor(Hit<AlertDocument> last) {
        return new Cursor(last.sort().get(0).longValue(), last.sort().get(1).stringValue()).encode();
    }

    private static List<Highlight> highlights(Hit<AlertDocument> hit) {
        List<Highlight> highlights = new ArrayList<>();
        for (String field : List.of("headline", "body")) {
            hit.highlight()
                    .getOrDefault(field, List.of())
                    .forEach(passage -> highlights.add(Highlight.parse(field, passage)));
        }
        return highlights;
    }

    @Override
    public Optional<AlertDocument> byId(String alertId) {
        SearchRequest request = SearchRequest.of(search -> search.index(IndexLayout.ALERTS.alias())
                .ignoreUnavailable(true)
                .query(q -> q.ids(ids -> ids.values(alertId)))
                .size(1));
        return call(() -> client.search(request, AlertDocument.class)).hits().hits().stream()
                .flatMap(hit -> Optional.ofNullable(hit.source()).stream())
                .findFirst();
    }

    @Override
    public List<AlertDocument> byIds(Collection<String> alertIds) {
        if (alertIds.isEmpty()) {
            return List.of();
        }
        List<String> ids = List.copyOf(alertIds);
        return documents(SearchRequest.of(search -> search.index(IndexLayout.ALERTS.alias())
                .ignoreUnavailable(true)
                .source(WITHOUT_BODY)
                .query(q -> q.ids(wanted -> wanted.values(ids)))
                .size(ids.size())));
    }

    @Override
    public List<AlertDocument> ingestedSince(Instant moment, int size) {
        return documents(SearchRequest.of(search -> search.index(IndexLayout.ALERTS.alias())
                .ignoreUnavailable(true)
                .source(WITHOUT_BODY)
                .query(q -> q.range(r -> r.date(d -> d.field("event.ingested").gte(moment.toString()))))
                .sort(sort -> sort.field(f -> f.field("event.ingested").order(SortOrder.Asc)))
                .sort(sort -> sort.field(f -> f.field("alertId").order(SortOrder.Asc)))
                .size(size)));
    }

    private List<AlertDocument> documents(SearchRequest request) {
        return call(() -> client.search(request, AlertDocument.class)).hits().hits().stream()
                .flatMap(hit -> Optional.ofNullable(hit.source()).stream())
                .toList();
    }

    @Override
    public Coverage coverage(AlertFilter filter, Duration slot) {
        SearchResponse<Void> response = call(() -> client.search(
                search -> search.index(IndexLayout.ALERTS.alias())
                        .ignoreUnavailable(true)
                        .query(AlertSearch.query(filter))
                        .size(0)
                        .trackTotalHits(track -> track.enabled(true))
                        .aggregations(AlertCounts.coverage(slot)),
                Void.class));
        TotalHits total = response.hits().total();
        return response.aggregations().isEmpty() || total == null
                ? Coverage.none()
                : AlertCounts.coverage(total.value(), response.aggregations());
    }

    @Override
    public Map<String, StorySize> storySizes(Collection<String> storyIds) {
        if (storyIds.isEmpty()) {
            return Map.of();
        }
        SearchResponse<Void> response = call(() -> client.search(
                search -> search.index(IndexLayout.ALERTS.alias())
                        .ignoreUnavailable(true)
                        .query(AlertCounts.ofStories(storyIds))
                        .size(0)
                        .trackTotalHits(track -> track.enabled(false))
                        .aggregations("stories", AlertCounts.stories(storyIds.size())),
                Void.class));
        Aggregate stories = response.aggregations().get("stories");
        return stories == null ? Map.of() : AlertCounts.storySizes(stories);
    }

    @Override
    public long count(AlertFilter filter) {
        return call(() -> client.count(count -> count.index(IndexLayout.ALERTS.alias())
                        .ignoreUnavailable(true)
                        .query(AlertSearch.query(filter))))
                .count();
    }

    private interface Call<T> {
        T make() throws IOException;
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.make();
        } catch (IOException | ElasticsearchException e) {
            throw new AlertStoreException("Elasticsearch: " + ElasticFailures.describe(e), e);
        }
    }
}
