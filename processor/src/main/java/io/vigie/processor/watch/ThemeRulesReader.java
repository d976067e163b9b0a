package io.vigie.processor.watch;

import io.vigie.events.yaml.ConfigurationException;
import io.vigie.processor.watch.ThemesFile.ExamplesEntry;
import io.vigie.processor.watch.ThemesFile.RuleEntry;
import io.vigie.processor.watch.ThemesFile.ThemeEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands the entries of a rule file, and tells its author what cannot be meant. */
final class ThemeRulesReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final String file;
    private final String yaml;
    private final Map<String, TermList> lists = new LinkedHashMap<>();
    private final Set<String> ruleIds = new HashSet<>();

    ThemeRulesReader(String file, String yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    ThemeRules read(ThemesFile entries) {
        Path root = new Path(List.of());
        readLists(orEmpty(entries.lists()), root.in("lists"));
        List<Theme> themes = new ArrayList<>();
        Set<String> themeIds = new HashSet<>();
        List<@Nullable ThemeEntry> list = orEmpty(entries.themes());
        for (int i = 0; i < list.size(); i++) {
            Path at = root.in("themes").in(i);
            Theme theme = theme(required(list.get(i), at, "a theme"), at);
            if (!themeIds.add(theme.id())) {
                throw at.in("id").wrong("theme '" + theme.id() + "' stands twice; give it another id or merge the two");
            }
            themes.add(theme);
        }
        if (themes.isEmpty()) {
            throw root.in("themes").wrong("no theme; write at least one");
        }
        return new ThemeRules(lists, themes);
    }

    private void readLists(Map<String, Map<String, List<String>>> entries, Path at) {
        entries.forEach((name, terms) -> {
            Path list = at.in(name);
            if (!ID.matcher(name).matches()) {
                throw list.wrong("a list is named with a-z, 0-9 and '-', such as 'aid-words'");
            }
            Map<String, List<String>> checked = new LinkedHashMap<>();
            orEmpty(terms)
                    .forEach((language, words) -> checked.put(
                            language.equals(TermList.ANY) ? language : language(language, list),
                            terms(words, list.in(language))));
            lists.put(name, new TermList(name, checked));
        });
        lists.values().forEach(list -> checkReferences(list, list.name(), new ArrayList<>(), at.in(list.name())));
    }

    private static List<String> terms(@Nullable List<@Nullable String> words, Path at) {
        List<String> terms = new ArrayList<>();
        List<@Nullable String> entries = orEmpty(words);
        for (int i = 0; i < entries.size(); i++) {
            String term = required(entries.get(i), at.in(i), "a term");
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

    private void checkReferences(TermList list, String root, List<String> seen, Path at) {
        if (seen.contains(list.name())) {
            throw at.wrong("list '" + root + "' takes in itself through " + seen + "; break the ring");
        }
        seen.add(list.name());
        list.terms().forEach((language, terms) -> {
            for (String term : terms) {
                if (term.startsWith("$")) {
                    checkReferences(list(term.substring(1), at.in(language)), root, seen, at);
                }
            }
        });
        seen.remove(list.name());
    }

    private TermList list(String name, Path at) {
        TermList list = lists.get(name);
        if (list == null) {
            throw at.wrong("there is no list '" + name + "'; there are " + new TreeSet<>(lists.keySet()));
        }
        return list;
    }

    private Theme theme(ThemeEntry entry, Path at) {
        String id = id(entry.id(), at.in("id"), "a theme");
        List<Rule> rules = new ArrayList<>();
        List<@Nullable RuleEntry> entries = orEmpty(entry.rules());
        for (int i = 0; i < entries.size(); i++) {
            Path rule = at.in("rules").in(i);
            rules.add(rule(required(entries.get(i), rule, "a rule"), rule));
        }
        if (rules.stream().noneMatch(rule -> rule.weight() > 0)) {
            throw at.in("rules").wrong("theme '" + id + "' has no rule with a weight above 0: it could never be found");
        }
        Map<String, String> names = orEmpty(entry.name());
        names.keySet().forEach(language -> language(language, at.in("name")));
        Map<String, Theme.Examples> examples = new HashMap<>();
        orEmpty(entry.examples())
                .forEach((language, example) -> examples.put(
                        language(language, at.in("examples")),
                        examples(example, at.in("examples").in(language))));
        return new Theme(
                id,
                names,
                between(0.01, 1, entry.threshold(), 0.5, at.in("threshold")),
                between(0, 10, entry.headline(), 1, at.in("headline")),
                between(0, 1, entry.context(), 0, at.in("context")),
                rules,
                examples);
    }

    private static Theme.Examples examples(@Nullable ExamplesEntry entry, Path at) {
        ExamplesEntry examples = required(entry, at, "positive and negative examples");
        return new Theme.Examples(
                texts(orEmpty(examples.positive()), at.in("positive")),
                texts(orEmpty(examples.negative()), at.in("negative")));
    }

    private static List<String> texts(List<@Nullable String> entries, Path at) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            texts.add(required(entries.get(i), at.in(i), "an example text"));
        }
        return texts;
    }

    private Rule rule(RuleEntry entry, Path at) {
        String id = id(entry.id(), at.in("id"), "a rule");
        if (!ruleIds.add(id)) {
            throw at.in("id").wrong("rule '" + id + "' stands twice; evidence names rules, so give it another id");
        }
        List<String> languages = new ArrayList<>();
        for (String language : orEmpty(entry.language())) {
            languages.add(language(language, at.in("language")));
        }
        Double weight = required(entry.weight(), at.in("weight"), "a weight, such as 1 or -0.5");
        if (!Double.isFinite(weight) || weight == 0 || Math.abs(weight) > 100) {
            throw at.in("weight").wrong("a weight is between -100 and 100 and not 0, not " + weight);
        }
        Expression sentence = conditions(entry.sentence(), entry.unless(), at, "sentence", "unless", languages);
        Expression item = conditions(entry.item(), entry.unlessItem(), at, "item", "unlessItem", languages);
        if (sentence == null || !sentence.needsWord()) {
            if (weight > 0) {
                throw at.in("sentence").wrong("a rule that speaks for a theme says what one sentence must have");
            }
            if (sentence != null || item == null || !item.needsWord()) {
                throw at.in("sentence").wrong("the rule must name something to look for, not only what must be absent");
            }
        }
        return new Rule(id, languages, weight, sentence, item);
    }

    private @Nullable Expression conditions(
            @Nullable List<String> wanted,
            @Nullable List<String> unwanted,
            Path at,
            String wantedKey,
            String unwantedKey,
            List<String> languages) {
        List<Expression> parts = new ArrayList<>(expressions(wanted, at.in(wantedKey), languages));
        for (Expression part : expressions(unwanted, at.in(unwantedKey), languages)) {
            parts.add(new Expression.Without(wantedKey.equals("item") ? new Expression.Item(part) : part));
        }
        return parts.isEmpty() ? null : parts.size() == 1 ? parts.get(0) : new Expression.All(parts);
    }

    private List<Expression> expressions(@Nullable List<String> texts, Path at, List<String> languages) {
        List<Expression> expressions = new ArrayList<>();
        List<@Nullable String> entries = orEmpty(texts);
        for (int i = 0; i < entries.size(); i++) {
            Path here = at.in(i);
            try {
                Expression expression = ExpressionParser.parse(required(entries.get(i), here, "a query"));
                check(expression, here, languages);
                expressions.add(expression);
            } catch (IllegalArgumentException e) {
                throw here.wrong(String.valueOf(e.getMessage()));
            }
        }
        return expressions;
    }

    private void check(Expression expression, Path at, List<String> languages) {
        if (expression instanceof Expression.TermsOf terms) {
            TermList list = list(terms.list(), at);
            for (String language : languages) {
                if (list.in(language).isEmpty()) {
                    throw at.wrong("list '" + list.name() + "' has no terms for " + language + "; it has "
                            + list.terms().keySet());
                }
            }
        } else if (expression instanceof Expression.Phrase phrase) {
            Term term = Term.parse(phrase.words());
            if (term.excluded()) {
                throw at.wrong("write '& -' before '" + phrase.words() + "'");
            }
        } else if (expression instanceof Expression.All all) {
            if (!all.needsWord() && all.parts().stream().noneMatch(part -> part instanceof Expression.Without)) {
                throw at.wrong("name something to look for beside what must be absent");
            }
            all.parts().forEach(part -> check(part, at, languages));
        } else if (expression instanceof Expression.Any any) {
            if (!any.needsWord()) {
                throw at.wrong("a '-' is no alternative by itself; write '(a & -b) | c'");
            }
            any.parts().forEach(part -> check(part, at, languages));
        } else if (expression instanceof Expression.Near near) {
            near.parts().forEach(part -> check(part, at, languages));
        } else if (expression instanceof Expression.Without without) {
            check(without.part(), at, languages);
        } else if (expression instanceof Expression.Item item) {
            check(item.part(), at, languages);
        } else if (expression instanceof Expression.Headline headline) {
            check(headline.part(), at, languages);
        } else if (expression instanceof Expression.Around around) {
            check(around.part(), at, languages);
        }
    }

    private static String id(@Nullable String id, Path at, String what) {
        if (id == null || !ID.matcher(id).matches()) {
            throw at.wrong(what + " needs an id of a-z, 0-9 and '-', not '" + id + "'");
        }
        return id;
    }

    private static String language(@Nullable String language, Path at) {
        if (language == null || !LANGUAGE.matcher(language).matches()) {
            throw at.wrong("'" + language + "' is not a language code such as fr, en, uk");
        }
        return language;
    }

    private static double between(double least, double most, @Nullable Double value, double otherwise, Path at) {
        double number = value == null ? otherwise : value;
        if (!(number >= least && number <= most)) {
            throw at.wrong("must be between " + least + " and " + most + ", not " + number);
        }
        return number;
    }

    private static <T> T required(@Nullable T value, Path at, String what) {
        if (value == null) {
            throw at.wrong("is missing; write " + what);
        }
        return value;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }

    /** A place in the file, for messages. */
    private final class Path {

        private final List<Object> steps;

        Path(List<Object> steps) {
            this.steps = steps;
        }

        Path in(Object step) {
            List<Object> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Path(longer);
        }

        ConfigurationException wrong(String what) {
            String path = steps.stream()
                    .map(step -> step instanceof Integer ? "[" + step + "]" : "." + step)
                    .collect(Collectors.joining())
                    .replaceFirst("^\\.", "");
            return new ConfigurationException(
                    file + " line " + YamlLines.line(yaml, steps) + ", " + path + ": " + what);
        }
    }
}
