package io.vigie.ingest.scrape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON-LD as sites write it: graphs, arrays, references by {@code @id}, names as strings or objects, comments and
 * raw line ends where JSON has none.
 */
final class JsonLd {

    private static final int DEEPEST = 64;
    private static final int MOST_NODES = 5_000;
    private static final int MOST_AUTHORS = 24;

    /** Lists of other articles: nothing inside them is the page's own article. */
    private static final Set<String> OTHERS = Set.of(
            "itemListElement",
            "hasPart",
            "mentions",
            "relatedLink",
            "citation",
            "review",
            "comment",
            "isBasedOn",
            "video",
            "liveBlogUpdate",
            "mainEntityOfPage",
            "publisher",
            "author",
            "breadcrumb");

    private final ObjectReader reader = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build()
            .reader();

    /** The page's own article, put together from all scripts; scripts that are not JSON are passed over. */
    StructuredArticle article(List<String> scripts) {
        List<JsonNode> found = new ArrayList<>();
        Map<String, JsonNode> byId = new HashMap<>();
        for (String script : scripts) {
            JsonNode root = parse(script);
            if (root != null) {
                collect(root, found, byId);
            }
        }
        JsonNode best = null;
        int bestRank = 0;
        for (JsonNode node : found) {
            int rank = rank(node);
            if (rank > bestRank) {
                best = node;
                bestRank = rank;
            }
        }
        return best == null ? StructuredArticle.NONE : article(best, byId);
    }

    private @Nullable JsonNode parse(String script) {
        int section = script.indexOf("<![CDATA[");
        int from = section < 0 ? 0 : section + "<![CDATA[".length();
        while (from < script.length() && script.charAt(from) != '{' && script.charAt(from) != '[') {
            from++;
        }
        if (from == script.length()) {
            return null;
        }
        String json = from == 0 ? script : script.substring(from);
        try {
            return reader.readTree(json);
        } catch (JsonProcessingException e) {
            return json.contains("&quot;") ? unescaped(json) : null;
        }
    }

    /** Some templates escape for HTML what needs no escaping in a script. */
    private @Nullable JsonNode unescaped(String json) {
        try {
            return reader.readTree(Parser.unescapeEntities(json, false));
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static void collect(JsonNode root, List<JsonNode> found, Map<String, JsonNode> byId) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = open.poll();
            if (node.isArray()) {
                node.forEach(open::add);
            } else if (node.isObject()) {
                if (node.has("@type")) {
                    found.add(node);
                }
                if (node.has("@id") && node.size() > 1) {
                    byId.putIfAbsent(node.get("@id").asText(), node);
                }
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    if (field.getValue().isContainerNode() && !OTHERS.contains(field.getKey())) {
                        open.add(field.getValue());
                    }
                }
            }
        }
    }

    private static int rank(JsonNode node) {
        int rank = 0;
        JsonNode types = node.get("@type");
        if (types.isArray()) {
            for (JsonNode type : types) {
                rank = Math.max(rank, rank(type.asText()));
            }
        } else {
            rank = rank(types.asText());
        }
        if (rank == 0) {
            return 0;
        }
        int said = (node.has("datePublished") ? 1 : 0)
                + (node.has("headline") ? 1 : 0)
                + (node.has("author") ? 1 : 0)
                + (node.has("articleBody") ? 1 : 0);
        return rank * 8 + said;
    }

    private static int rank(String type) {
        String name = type.substring(type.lastIndexOf('/') + 1);
        if (name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report")) {
            return 3;
        }
        return switch (name) {
            case "PressRelease", "SocialMediaPosting", "DiscussionForumPosting", "Review", "Recipe", "HowTo" -> 2;
            case "WebPage", "ItemPage", "CreativeWork", "VideoObject", "MedicalWebPage", "FAQPage" -> 1;
            default -> 0;
        };
    }

    private static StructuredArticle article(JsonNode node, Map<String, JsonNode> byId) {
        return new StructuredArticle(
                text(node.get("headline"), node.get("name")),
                text(node.get("articleBody")),
                text(node.get("datePublished"), node.get("dateCreated"), node.get("uploadDate")),
                text(node.get("dateModified")),
                authors(node, byId),
                publisher(node.get("publisher"), byId),
                text(node.get("inLanguage")),
                address(node));
    }

    private static List<StructuredArticle.Author> authors(JsonNode node, Map<String, JsonNode> byId) {
        List<JsonNode> nodes = new ArrayList<>();
        addAll(node.has("author") ? node.get("author") : node.get("creator"), nodes);
        Map<String, StructuredArticle.Author> authors = new LinkedHashMap<>();
        for (JsonNode author : nodes) {
            List<JsonNode> names = new ArrayList<>();
            addAll(author.path("name").isArray() ? author.get("name") : author, names);
            boolean organisation = isOrganisation(author, byId);
            for (JsonNode one : names) {
                String name = name(one, byId);
                if (!name.isEmpty() && authors.size() < MOST_AUTHORS) {
                    authors.putIfAbsent(name, new StructuredArticle.Author(name, organisation));
                }
            }
        }
        return List.copyOf(authors.values());
    }

    private static void addAll(@Nullable JsonNode oneOrMany, List<JsonNode> nodes) {
        if (oneOrMany != null && oneOrMany.isArray()) {
            oneOrMany.forEach(nodes::add);
        } else if (oneOrMany != null) {
            nodes.add(oneOrMany);
        }
    }

    /** A page of one's own is published by a person, who is an author and no outlet. */
    private static String publisher(@Nullable JsonNode publisher, Map<String, JsonNode> byId) {
        if (publisher == null) {
            return "";
        }
        List<JsonNode> types = new ArrayList<>();
        addAll(stated(publisher, byId).get("@type"), types);
        return types.stream().anyMatch(type -> type.asText().endsWith("Person")) ? "" : name(publisher, byId);
    }

    private static JsonNode stated(JsonNode node, Map<String, JsonNode> byId) {
        return node.has("@type") || !node.has("@id")
                ? node
                : byId.getOrDefault(node.get("@id").asText(), node);
    }

    private static boolean isOrganisation(JsonNode author, Map<String, JsonNode> byId) {
        List<JsonNode> types = new ArrayList<>();
        addAll(stated(author, byId).get("@type"), types);
        return !types.isEmpty()
                && types.stream()
                        .allMatch(type -> type.asText().endsWith("Organization")
                                || type.asText().endsWith("Corporation"));
    }

    private static String name(@Nullable JsonNode node, Map<String, JsonNode> byId) {
        if (node == null) {
            return "";
        }
        if (node.isArray()) {
            return node.isEmpty() || node.get(0).isArray() ? "" : name(node.get(0), byId);
        }
        if (node.isObject() && !node.has("name") && node.has("@id")) {
            JsonNode referred = byId.get(node.get("@id").asText());
            return referred == null ? "" : text(referred.get("name"));
        }
        return node.isObject() ? text(node.get("name"), node.get("givenName")) : text(node);
    }

    private static String address(JsonNode node) {
        JsonNode page = node.get("mainEntityOfPage");
        String address = text(node.get("url"));
        if (address.isEmpty() && page != null) {
            address = page.isObject() ? text(page.get("@id")) : text(page);
        }
        return address;
    }

    private static String text(@Nullable JsonNode... nodes) {
        for (JsonNode node : nodes) {
            JsonNode first = node != null && node.isArray() && !node.isEmpty() ? node.get(0) : node;
            if (first != null && first.isObject()) {
                first = first.has("@value") ? first.get("@value") : first.get("name");
            }
            if (first != null && first.isValueNode() && !first.isNull()) {
                String value = first.asText().strip();
                if (!value.isEmpty()) {
                    return value.indexOf('&') >= 0 ? Parser.unescapeEntities(value, false) : value;
                }
            }
        }
        return "";
    }
}
