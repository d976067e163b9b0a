package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/** Picks up what the page says about itself while {@link OutlineBuilder} walks over it. */
final class FactsCollector {

    private static final int MOST_LINKS = 4_000;
    private static final int MOST_SCRIPTS = 200;
    private static final int MOST_VALUES = 32;
    private static final int LONGEST_VALUE = 4_096;
    private static final int LONGEST_DATA = 2 * 1024 * 1024;

    private static final List<String> NAMING = List.of("name", "property", "http-equiv");

    private final Map<String, List<String>> metas = new HashMap<>();
    private final Map<String, String> editions = new LinkedHashMap<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> structured = new ArrayList<>();
    private final List<Integer> headlines = new ArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private String title = "";
    private String canonical = "";
    private String language = "";
    private String base = "";

    void element(Element element, String tag, int index) {
        switch (tag) {
            case "a" -> link(element.attr("href"));
            case "meta" -> meta(element);
            case "link" -> relation(element);
            case "title" -> {
                if (title.isEmpty()
                        && !(element.parent() != null
                                && "svg".equals(element.parent().normalName()))) {
                    title = shortened(element.text());
                }
            }
            case "script" -> script(element);
            case "h1" -> headlines.add(index);
            case "html" -> {
                String declared = element.attr("lang");
                language = declared.isBlank() ? element.attr("xml:lang") : declared;
            }
            case "body", "article" -> {
                if (language.isBlank()) {
                    language = element.attr("lang");
                }
            }
            case "base" -> {
                if (base.isEmpty()) {
                    base = element.attr("href");
                }
            }
            default -> {}
        }
    }

    /** Microdata that is stated for programs only. */
    void property(String property, String content) {
        if (!property.isEmpty() && !content.isBlank()) {
            put("itemprop:" + property.toLowerCase(Locale.ROOT), content);
        }
    }

    private void meta(Element meta) {
        String content = meta.attr("content");
        if (content.isBlank()) {
            return;
        }
        if (meta.attr("name").endsWith("ld+json") && structured.size() < MOST_VALUES) {
            structured.add(content);
            return;
        }
        for (String attribute : NAMING) {
            for (String key : meta.attr(attribute).toLowerCase(Locale.ROOT).split(" ")) {
                put(key, content);
            }
        }
    }

    private void put(String key, String value) {
        if (!key.isEmpty() && !value.isBlank()) {
            List<String> values = metas.computeIfAbsent(key, k -> new ArrayList<>(1));
            if (values.size() < MOST_VALUES) {
                values.add(shortened(value.strip()));
            }
        }
    }

    private void relation(Element link) {
        String href = link.attr("href");
        String relation = link.attr("rel").toLowerCase(Locale.ROOT);
        if (relation.equals("canonical") && canonical.isEmpty()) {
            canonical = href;
        } else if (relation.equals("alternate") && link.hasAttr("hreflang") && editions.size() < MOST_VALUES * 2) {
            editions.putIfAbsent(link.attr("hreflang").strip(), href);
        }
    }

    private void link(String href) {
        if (!href.isEmpty() && href.charAt(0) != '#' && href.length() <= LONGEST_VALUE && links.size() < MOST_LINKS) {
            links.add(href.strip());
        }
    }

    private void script(Element script) {
        String type = script.attr("type");
        if (type.regionMatches(true, 0, "application/ld+json", 0, "application/ld+json".length())
                && structured.size() < MOST_VALUES) {
            String data = data(script);
            if (data.length() <= LONGEST_DATA) {
                structured.add(data);
            }
        } else if (!script.hasAttr("src") && scripts.size() < MOST_SCRIPTS) {
            scripts.add(data(script));
        }
    }

    /** The code as the parser keeps it; putting it together again would copy it. */
    private static String data(Element script) {
        return script.childNodeSize() == 1 && script.childNode(0) instanceof DataNode code
                ? code.getWholeData()
                : script.data();
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
    }

    PageFacts facts() {
        return new PageFacts(title, canonical, language, base, metas, editions, links, structured, headlines, scripts);
    }
}
