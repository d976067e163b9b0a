package io.vigie.processor.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Terms that rules use by one name, per language.
 *
 * @param name as written after {@code $}
 * @param terms by language; those under {@value #ANY} count in every language
 */
public record TermList(String name, Map<String, List<String>> terms) {

    /** Key of the terms that are the same in all languages, such as {@code AUKUS}. */
    public static final String ANY = "any";

    public TermList {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        terms.forEach((language, list) -> copy.put(language, List.copyOf(list)));
        terms = copy;
    }

    /** Terms for a language, those for all languages first; empty when it has none. */
    List<String> in(String language) {
        List<String> any = terms.getOrDefault(ANY, List.of());
        List<String> own = terms.getOrDefault(language, List.of());
        return any.isEmpty()
                ? own
                : java.util.stream.Stream.concat(any.stream(), own.stream()).toList();
    }
}
