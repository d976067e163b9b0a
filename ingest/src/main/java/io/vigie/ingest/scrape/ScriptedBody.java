package io.vigie.ingest.scrape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * The article of a page that is built in the browser, from the data that the page's own scripts bring along: {@code
 * <script id="__NEXT_DATA__" type="application/json">}, {@code window.__INITIAL_STATE__ = {…}}.
 *
 * <p>Such data holds menus, other articles and settings besides. The article is the longest run of prose, a string or a
 * list of blocks, in an object that has the page's own title.
 */
final class ScriptedBody {

    private static final int LONGEST_SCRIPT = 4 * 1024 * 1024;
    private static final int SHORTEST_SCRIPT = 500;
    private static final int MOST_PARSED = 8;
    private static final int MOST_NODES = 100_000;
    private static final int DEEPEST = 128;

    /** Far enough for {@code {title, content: {rendered: "<p>…"}}} and {@code {title, body: {blocks: […]}}}. */
    private static final int FARTHEST_FROM_TITLE = 3;

    /** Blocks have children, which have leaves, which have text. */
    private static final int DEEPEST_TEXT = 6;

    private static final int SHORTEST_TITLE = 8;
    private static final int SHORTEST = 200;
    private static final int SHORTEST_BLOCK = 2;

    /** Where editors keep the text of a block. */
    private static final Set<String> TEXTS =
            Set.of("text", "value", "content", "html", "body", "children", "paragraph", "data", "items", "leaves");

    /** Kinds of block that are not told, in the names that editors give them. */
    private static final List<String> NOT_TOLD = List.of(
            "image", "link", "embed", "video", "related", "promo", "gallery", "newsletter", "advert", "caption");

    private final ObjectReader reader = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build()
            .reader();

    /**
     * The article as HTML; absent when no script has it.
     *
     * @param title headline of the page
     */
    Optional<String> find(List<String> scripts, String title) {
        String normalTitle = Phrases.normalized(title);
        if (normalTitle.length() < SHORTEST_TITLE) {
            return Optional.empty();
        }
        String best = "";
        int parsed = 0;
        for (String code : scripts) {
            if (code.length() < SHORTEST_SCRIPT || code.length() > LONGEST_SCRIPT || parsed == MOST_PARSED) {
                continue;
            }
            JsonNode data = data(code);
            if (data != null) {
                parsed++;
                Search search = new Search(normalTitle);
                search.look(data, FARTHEST_FROM_TITLE + 1, 0);
                best = search.best.length() > best.length() ? search.best : best;
            }
        }
        return best.length() < SHORTEST ? Optional.empty() : Optional.of(best);
    }

    /** The data that a script is, or that it assigns; {@code null} when it does neither. */
    private @Nullable JsonNode data(String code) {
        int from = 0;
        if (!isOpening(code, 0)) {
            int assigned = code.indexOf('=');
            from = assigned < 0 ? code.length() : assigned + 1;
        }
        while (from < code.length() && code.charAt(from) <= ' ') {
            from++;
        }
        boolean quoted = code.startsWith("JSON.parse(", from);
        if (quoted) {
            from += "JSON.parse(".length();
        } else if (from == code.length() || !isOpening(code, from)) {
            return null;
        }
        JsonNode root = parsed(code.substring(from));
        return quoted && root != null && root.isTextual() ? parsed(root.asText()) : root;
    }

    private static boolean isOpening(String code, int at) {
        int first = at;
        while (first < code.length() && code.charAt(first) <= ' ') {
            first++;
        }
        return first < code.length() && (code.charAt(first) == '{' || code.charAt(first) == '[');
    }

    /** The first value of a text; what follows it, a semicolon or more code, is not read. */
    private @Nullable JsonNode parsed(String json) {
        try {
            return reader.readTree(json);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** One walk over the data. */
    private static final class Search {

        private final String title;
        private String best = "";
        private int seen;

        Search(String title) {
            this.title = title;
        }

        /** @param far steps down from the nearest object that has the title */
        private void look(JsonNode node, int far, int depth) {
            if (seen++ > MOST_NODES || depth > DEEPEST) {
                return;
            }
            if (node.isTextual()) {
                offer(far, node.asText());
            } else if (node.isArray()) {
                offer(far, blocks(node));
                node.forEach(element -> look(element, far + 1, depth + 1));
            } else if (node.isObject()) {
                int here = hasTitle(node) ? 0 : far + 1;
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    look(field.getValue(), here, depth + 1);
                }
            }
        }

        private void offer(int far, String text) {
            if (far <= FARTHEST_FROM_TITLE && text.length() > best.length() && text.length() >= SHORTEST) {
                best = text.indexOf('<') >= 0 && text.indexOf('>') >= 0 ? text : paragraphs(List.of(text.split("\n")));
            }
        }

        private boolean hasTitle(JsonNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                JsonNode value = field.getValue();
                JsonNode text = value.isObject() ? value.path("rendered") : value;
                if (text.isTextual() && Phrases.normalized(text.asText()).equals(title)) {
                    return true;
                }
            }
            return false;
        }

        private static String blocks(JsonNode array) {
            List<String> texts = new ArrayList<>();
            for (JsonNode block : array) {
                StringBuilder text = new StringBuilder();
                if (!isNotTold(block)) {
                    gather(block, text, 0);
                }
                if (text.length() >= SHORTEST_BLOCK) {
                    texts.add(text.toString());
                }
            }
            return texts.size() < 2 ? "" : paragraphs(texts);
        }

        private static void gather(JsonNode node, StringBuilder text, int depth) {
            if (node.isTextual()) {
                text.append(node.asText());
            } else if (node.isArray() && depth < DEEPEST_TEXT) {
                node.forEach(element -> gather(element, text, depth + 1));
            } else if (node.isObject() && depth < DEEPEST_TEXT) {
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    if (TEXTS.contains(field.getKey())) {
                        gather(field.getValue(), text, depth + 1);
                    }
                }
            }
        }

        private static boolean isNotTold(JsonNode block) {
            String type = block.path("type").asText("").toLowerCase(Locale.ROOT);
            return NOT_TOLD.stream().anyMatch(type::contains);
        }

        private static String paragraphs(List<String> texts) {
            StringBuilder html = new StringBuilder();
            for (String text : texts) {
                boolean markup = text.indexOf('<') >= 0 && text.indexOf('>') >= 0;
                html.append("<p>").append(markup ? text : Entities.escape(text)).append("</p>");
            }
            return html.toString();
        }
    }
}
