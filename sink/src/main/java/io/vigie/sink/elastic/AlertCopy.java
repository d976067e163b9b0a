package io.vigie.sink.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.util.BinaryData;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.Alert;
import io.vigie.events.json.JsonCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Alerts in an index of their own, beside production and searchable in the same way: what a replay raised, or what was
 * known at a moment. Its documents are those that the sink writes, under the same ids and versions, so that writing some
 * of them twice changes nothing. Not thread-safe.
 *
 * <p>No reader of Vigie's sees it: it stands behind no alias of production, and its name cannot be one of production's.
 */
public final class AlertCopy {

    /** Names that belong to production, whether there is such an index yet or not. */
    private static final String PRODUCTION = "vigie-";

    private static final Pattern LEGAL = Pattern.compile("[a-z0-9][a-z0-9._-]{0,199}");
    private static final String PURPOSE = "vigie_copy";
    private static final int BULK = 200;
    private static final JsonCodec<AlertDocument> DOCUMENTS = JsonCodec.of(AlertDocument.class);

    private final ElasticsearchClient client;
    private final String index;
    private final List<Alert> waiting = new ArrayList<>();

    private AlertCopy(ElasticsearchClient client, String index) {
        this.client = client;
        this.index = index;
    }

    /**
     * Checks a name without asking anybody.
     *
     * @throws IllegalArgumentException with what may be said
     */
    public static void requireName(String index) {
        if (index.startsWith(PRODUCTION)) {
            throw new IllegalArgumentException(
                    "index '" + index + "': names that begin with '" + PRODUCTION + "' are production's; take another");
        }
        if (!LEGAL.matcher(index).matches()) {
            throw new IllegalArgumentException("index '" + index
                    + "': a name has small letters, digits, dots, dashes and underscores, 200 at most");
        }
    }

    /**
     * Makes the index.
     *
     * @param purpose what the copy is, for example the request of a replay
     * @throws IllegalArgumentException when the name is production's, or there is something under it
     * @throws IOException when Elasticsearch cannot be reached
     */
    public static AlertCopy create(ElasticsearchClient client, String index, String purpose) throws IOException {
        requireName(index);
        // An alias exists too.
        if (client.indices().exists(exists -> exists.index(index)).value()) {
            throw new IllegalArgumentException(
                    "index '" + index + "' is there already; delete it or take another name");
        }
        make(client, index, purpose);
        return new AlertCopy(client, index);
    }

    /**
     * Goes on with an index that was made for the same purpose.
     *
     * @throws IllegalArgumentException when there is none, or it is for something else
     * @throws IOException when Elasticsearch cannot be reached
     */
    public static AlertCopy resume(ElasticsearchClient client, String index, String purpose) throws IOException {
        requireName(index);
        boolean there = client.indices().exists(exists -> exists.index(index)).value();
        if (!there || !purpose.equals(purposeOf(client, index))) {
            throw new IllegalArgumentException(
                    "index '" + index + "' is not the one that was begun; take another name");
        }
        return new AlertCopy(client, index);
    }

    /** As production's index, but for its name, its aliases and a note of what it is for. */
    private static void make(ElasticsearchClient client, String index, String purpose) throws IOException {
        ObjectNode definition = IndexLayout.ALERTS.read().path("template").deepCopy();
        definition.remove("aliases");
        definition.withObject("/mappings").withObject("/_meta").put(PURPOSE, purpose);
        byte[] json = definition.toString().getBytes(UTF_8);
        client.indices().create(create -> create.index(index).withJson(new ByteArrayInputStream(json)));
    }

    private static String purposeOf(ElasticsearchClient client, String index) throws IOException {
        IndexMappingRecord stored =
                client.indices().getMapping(get -> get.index(index)).result().get(index);
        JsonData purpose = stored == null ? null : stored.mappings().meta().get(PURPOSE);
        return purpose == null ? "" : purpose.to(String.class);
    }

    /** Takes an alert; it is written with others. */
    public void add(Alert alert) throws IOException {
        waiting.add(alert);
        if (waiting.size() >= BULK) {
            flush();
        }
    }

    /**
     * Writes what was taken, and makes it searchable.
     *
     * @throws IOException when Elasticsearch cannot be reached or refuses a document; what was written stays written
     */
    public void flush() throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        BulkRequest.Builder bulk = new BulkRequest.Builder().refresh(Refresh.True);
        for (Alert alert : waiting) {
            byte[] json = DOCUMENTS.encode(AlertDocument.of(alert, now));
            bulk.operations(op -> op.index(to -> to.index(index)
                    .id(alert.alertId())
                    .version((long) alert.revision())
                    .versionType(VersionType.ExternalGte)
                    .document(BinaryData.of(json, "application/json"))));
        }
        try {
            for (BulkResponseItem item : client.bulk(bulk.build()).items()) {
                if (item.error() != null && !ElasticFailures.isConflict(item.status())) {
                    throw new IOException("alert " + item.id() + " cannot be written to " + index + ": "
                            + item.error().type() + ": " + item.error().reason());
                }
            }
        } catch (ElasticsearchException e) {
            throw new IOException("index " + index + ": " + ElasticFailures.describe(e), e);
        }
        waiting.clear();
    }
}
