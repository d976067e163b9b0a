package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.util.List;

/** Takes one alert out of the index, for the right to erasure. Alerts are retracted otherwise, never deleted. */
public final class AlertErasure {

    private AlertErasure() {}

    /**
     * Deletes the document of an alert, in every month that has one.
     *
     * @return how many there were, usually one
     * @throws IOException when Elasticsearch cannot be reached
     */
    public static long erase(ElasticsearchClient client, String alertId) throws IOException {
        client.indices()
                .refresh(refresh -> refresh.index(IndexLayout.ALERTS.alias()).ignoreUnavailable(true));
        List<Hit<Void>> found = client.search(
                        search -> search.index(IndexLayout.ALERTS.alias())
                                .ignoreUnavailable(true)
                                .source(source -> source.fetch(false))
                                .query(query -> query.ids(ids -> ids.values(alertId))),
                        Void.class)
                .hits()
                .hits();
        for (Hit<Void> hit : found) {
            client.delete(delete -> delete.index(hit.index()).id(hit.id()).refresh(Refresh.True));
        }
        return found.size();
    }
}
