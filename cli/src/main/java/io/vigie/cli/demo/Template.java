package io.vigie.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The small part of Mustache that the pages need, for HTML and XML alike; every value is escaped.
 *
 * <pre>
 * {{name}}                 text, escaped for elements and for quoted attributes
 * {{json name}}            text as a JSON string, safe inside a script element
 * {{#name}}...{{/name}}    once for each element of a list, with its fields in reach; nothing when absent
 * {{.}}                    the element itself, in a list of texts
 * </pre>
 *
 * An unknown name renders nothing in a section and is an error elsewhere: a misspelt template must not pass unnoticed.
 */
final class Template {

    private static final Pattern TAG =
            Pattern.compile("\\{\\{(?:#(\\w+)\\}\\}(.*?)\\{\\{/\\1|(json )?(\\w+|\\.))\\}\\}", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String source;

    Template(String source) {
        this.source = source;
    }

    /**
     * Fills the template.
     *
     * @param values texts ({@code String}) and lists ({@code List<String>} or {@code List<Map<String, Object>>}) by name
     */
    String render(Map<String, Object> values) {
        return render(source, values);
    }

    private static String render(String source, Map<String, Object> values) {
        StringBuilder out = new StringBuilder();
        Matcher tag = TAG.matcher(source);
        int copied = 0;
        while (tag.find()) {
            out.append(source, copied, tag.start());
            String section = tag.group(1);
            if (section != null) {
                renderSection(tag.group(2), values.get(section), values, out);
            } else {
                String name = tag.group(4);
                Object value = values.get(name);
                if (value == null) {
                    throw new IllegalArgumentException("template has no value for {{" + name + "}}");
                }
                out.append(tag.group(3) == null ? escape(value.toString()) : json(value.toString()));
            }
            copied = tag.end();
        }
        return out.append(source, copied, source.length()).toString();
    }

    private static void renderSection(
            String inner, @Nullable Object value, Map<String, Object> outer, StringBuilder out) {
        List<?> elements = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        for (Object element : elements) {
            Map<String, Object> scope = new HashMap<>(outer);
            if (element instanceof Map<?, ?> fields) {
                fields.forEach((name, field) -> scope.put((String) name, field));
            } else {
                scope.put(".", element);
            }
            out.append(render(inner, scope));
        }
    }

    /** Escapes the five characters that mean something in HTML and XML, in elements and in quoted attributes. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static String json(String text) {
        try {
            return JSON.writeValueAsString(text)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
