package io.vigie.sink.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.ScrollResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves documents of earlier versions of a {@link IndexLayout} into indices of the present one, behind the alias: each old
 * index is copied, then the alias is switched over in one step, then the old index is deleted.
 *
 * <p>Versions of documents go along and the higher one stays, so that a sink may write meanwhile, a migration may be
 * broken off and begun again, and what the sink wrote in the new index is never overwritten by an older copy. It needs no
 * script and no reindex endpoint.
 */
public final class IndexMigration {

    private static final Logger log = LoggerFactory.getLogger(IndexMigration.class);
    private static final int PAGE = 500;
    private static final String KEEP_SCROLL = "2m";

    private final ElasticsearchClient client;

    public IndexMigration(ElasticsearchClient client) {
        this.client = client;
    }

    /**
     * An index that was moved.
     *
     * @param from that is gone now
     * @param to that has its documents
     * @param documents that were in it
     */
    public record Moved(String from, String to, long documents) {}

    /**
     * Moves every index of earlier versions, oldest name first.
     *
     * @return what was moved; empty when all is of the present version
     * @throws IOException when Elasticsearch cannot be reached, or refuses a document; what was moved stays moved
     */
    public List<Moved> migrate(IndexLayout layout) throws IOException {
        new IndexSetup(client, layout).putTemplate();
        Pattern name = Pattern.compile(Pattern.quote(layout.alias()) + "-v(\\d+)-(.+)");
        List<Moved> moved = new ArrayList<>();
        for (String index : existing(layout)) {
            Matcher version = name.matcher(index);
            if (version.matches() && !index.startsWith(layout.template() + "-")) {
                moved.add(move(layout, index, layout.index(version.group(2))));
            }
        }
        return List.copyOf(moved);
    }

    private SortedSet<String> existing(IndexLayout layout) throws IOException {
        return new TreeSet<>(client.indices()
                .get(get -> get.index(layout.alias() + "-v*").allowNoIndices(true))
                .result()
                .keySet());
    }

    private Moved move(IndexLayout layout, String from, String to) throws IOException {
        if (!IndexSetup.exists(client, to)) {
            new IndexSetup(client, layout)
                    .createIndex(to.substring(layout.template().length() + 1));
            // Not to be read before it is complete: each document would be found twice.
            client.indices().deleteAlias(delete -> delete.index(to).name(layout.alias()));
        }
        long documents = copy(from, to);
        client.indices().refresh(refresh -> refresh.index(to));
        client.indices()
                .updateAliases(update -> update.actions(
                                action -> action.add(add -> add.index(to).alias(layout.alias())))
                        .actions(action -> action.removeIndex(remove -> remove.index(from))));
        log.atInfo()
                .addKeyValue("from", from)
                .addKeyValue("to", to)
                .addKeyValue("documents", documents)
                .log("index moved");
        return new Moved(from, to, documents);
    }

    private long copy(String from, String to) throws IOException {
        long copied = 0;
        ResponseBody<JsonData> page = client.search(
                search -> search.index(from)
                        .size(PAGE)
                        .version(true)
                        .sort(sort -> sort.doc(doc -> doc))
                        .scroll(time -> time.time(KEEP_SCROLL)),
                JsonData.class);
        String scroll = page.scrollId();
        try {
            while (scroll != null && !page.hits().hits().isEmpty()) {
                write(page.hits().hits(), to);
                copied += page.hits().hits().size();
                String last = scroll;
                ScrollResponse<JsonData> next = client.scroll(
                        request -> request.scrollId(last).scroll(time -> time.time(KEEP_SCROLL)), JsonData.class);
                page = next;
                scroll = next.scrollId();
            }
        } finally {
            if (scroll != null) {
                String last = scroll;
                client.clearScroll(clear -> clear.scrollId(last));
            }
        }
        return copied;
    }

    private void write(List<Hit<JsonData>> hits, String to) throws IOException {
        BulkRequest.Builder bulk = new BulkRequest.Builder();
        for (Hit<JsonData> hit : hits) {
            bulk.operations(op -> op.index(index -> index.index(to)
                    .id(hit.id())
                    .version(hit.version())
                    .versionType(VersionType.ExternalGte)
                    .document(hit.source())));
        }
        for (BulkResponseItem item : client.bulk(bulk.build()).items()) {
            if (item.error() != null && !ElasticFailures.isConflict(item.status())) {
                throw new IOException("document " + item.id() + " cannot be moved to " + to + ": "
                        + item.error().type() + ": " + item.error().reason());
            }
        }
    }
}
