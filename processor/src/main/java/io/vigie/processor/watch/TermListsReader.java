package io.vigie.processor.watch;

import static io.vigie.processor.watch.ThemesFile.orEmpty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the term lists of a rule file: every term can be read, every list that a list takes in exists, none itself. */
final class TermListsReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final Map<String, TermList> lists = new LinkedHashMap<>();

    Map<String, TermList> read(Map<String, Map<String, List<String>>> entries, YamlPath at) {
        entries.forEach((name, terms) -> lists.put(name, list(name, orEmpty(terms), at.in(name))));
        lists.values().forEach(list -> checkReferences(list, list.name(), new ArrayList<>(), at.in(list.name())));
        return lists;
    }

    private static TermList list(String name, Map<String, List<String>> terms, YamlPath at) {
        if (!NAME.matcher(name).matches()) {
            throw at.wrong("a list is named with a-z, 0-9 and '-', such as 'aid-words'");
        }
        Map<String, List<String>> checked = new LinkedHashMap<>();
        terms.forEach((language, words) -> checked.put(
                language.equals(TermList.ANY) ? language : at.language(language), terms(words, at.in(language))));
        return new TermList(name, checked);
    }

    private static List<String> terms(@Nullable List<@Nullable String> words, YamlPath at) {
        List<String> terms = new ArrayList<>();
        List<@Nullable String> entries = orEmpty(words);
        for (int i = 0; i < entries.size(); i++) {
            String term = at.in(i).required(entries.get(i), "a term");
            try {
                if (!term.startsWith("$")) {
                    Term.parse(term);
                }
            } catch (IllegalArgumentException e) {
                throw at.in(i).wrong(String.valueOf(e.getMessage()));
            }
            terms.add(term);
        }
        return terms;
    }

    private void checkReferences(TermList list, String root, List<String> seen, YamlPath at) {
        if (seen.contains(list.name())) {
            throw at.wrong("list '" + root + "' takes in itself through " + seen + "; break the ring");
        }
        seen.add(list.name());
        list.terms().forEach((language, terms) -> {
            for (String term : terms) {
                if (term.startsWith("$")) {
                    checkReferences(named(lists, term.substring(1), at.in(language)), root, seen, at);
                }
            }
        });
        seen.remove(list.name());
    }

    /** The list of a name, which must exist. */
    static TermList named(Map<String, TermList> lists, String name, YamlPath at) {
        TermList list = lists.get(name);
        if (list == null) {
            throw at.wrong("there is no list '" + name + "'; there are " + new TreeSet<>(lists.keySet()));
        }
        return list;
    }
}
