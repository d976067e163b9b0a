package io.vigie.sink.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.get.Feature;
import co.elastic.clients.elasticsearch.indices.get_index_template.IndexTemplateItem;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts in place what the sink writes into: the index template of a layout, and a first index, without which the read
 * alias would not exist and every search would fail.
 *
 * <p>It may run at every start and on several instances at once. A template that is newer than ours is left alone, so that
 * a program rolled back to an older version does not take away what the newer one added.
 */
public final class IndexSetup {

    private static final Logger log = LoggerFactory.getLogger(IndexSetup.class);

    private final ElasticsearchClient client;
    private final IndexLayout layout;

    public IndexSetup(ElasticsearchClient client, IndexLayout layout) {
        this.client = client;
        this.layout = layout;
    }

    /**
     * Installs what is missing or older than ours.
     *
     * <p>Example: {@code new IndexSetup(client, IndexLayout.ALERTS).install("2025-04")}.
     *
     * @param suffix of the index that is made at least, for example {@code 2025-04}
     * @throws IOException when Elasticsearch cannot be reached
     * @throws ElasticsearchException when it refuses
     */
    public void install(String suffix) throws IOException {
        putTemplate();
        createIndex(suffix);
    }

    /** Makes an index from the template; does nothing when it is there. */
    void createIndex(String suffix) throws IOException {
        String index = layout.index(suffix);
        if (exists(client, index)) {
            return;
        }
        try {
            client.indices().create(create -> create.index(index));
            log.atInfo().addKeyValue("index", index).log("index created");
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
    }

    /**
     * Whether there is an index or alias of that name, or any of that pattern. Asks by GET: what is refused to HEAD has no
     * body that says why.
     */
    static boolean exists(ElasticsearchClient client, String name) throws IOException {
        try {
            client.indices()
                    .get(get -> get.index(name).features(Feature.Aliases).allowNoIndices(false));
            return true;
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return false;
            }
            throw e;
        }
    }

    /** Installs the template when it is missing or older than ours. */
    void putTemplate() throws IOException {
        JsonNode template = layout.read();
        long ours = template.path("version").asLong();
        Long installed = installedVersion();
        if (installed != null && installed >= ours) {
            return;
        }
        client.indices().putIndexTemplate(put -> put.name(layout.template()).withJson(stream(template)));
        addToExistingIndices(template);
        log.atInfo()
                .addKeyValue("template", layout.template())
                .addKeyValue("version", ours)
                .log("index template installed");
    }

    private @Nullable Long installedVersion() throws IOException {
        try {
            List<IndexTemplateItem> found = client.indices()
                    .getIndexTemplate(get -> get.name(layout.template()))
                    .indexTemplates();
            return found.isEmpty() ? null : found.get(0).indexTemplate().version();
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return null;
            }
            throw e;
        }
    }

    /** A version only adds fields, so that the indices of earlier months can take them too. */
    private void addToExistingIndices(JsonNode template) throws IOException {
        if (exists(client, layout.index("*"))) {
            JsonNode mappings = template.path("template").path("mappings");
            client.indices().putMapping(put -> put.index(layout.index("*")).withJson(stream(mappings)));
        }
    }

    private static InputStream stream(JsonNode json) {
        return new ByteArrayInputStream(json.toString().getBytes(UTF_8));
    }
}
