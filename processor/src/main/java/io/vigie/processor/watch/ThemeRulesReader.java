package io.vigie.processor.watch;

import static io.vigie.processor.watch.ThemesFile.orEmpty;

import io.vigie.processor.watch.ThemesFile.ExamplesEntry;
import io.vigie.processor.watch.ThemesFile.RuleEntry;
import io.vigie.processor.watch.ThemesFile.ThemeEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands the entries of a rule file, and tells its author what cannot be meant. */
final class ThemeRulesReader {

    private ThemeRulesReader() {}

    static ThemeRules read(ThemesFile entries, YamlPath root) {
        Map<String, TermList> lists = new TermListsReader().read(orEmpty(entries.lists()), root.in("lists"));
        RuleReader rules = new RuleReader(lists);
        List<Theme> themes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<@Nullable ThemeEntry> list = orEmpty(entries.themes());
        for (int i = 0; i < list.size(); i++) {
            YamlPath at = root.in("themes").in(i);
            Theme theme = theme(at.required(list.get(i), "a theme"), rules, at);
            if (!ids.add(theme.id())) {
                throw at.in("id").wrong("theme '" + theme.id() + "' stands twice; give it another id or merge the two");
            }
            themes.add(theme);
        }
        if (themes.isEmpty()) {
            throw root.in("themes").wrong("no theme; write at least one");
        }
        return new ThemeRules(lists, themes);
    }

    private static Theme theme(ThemeEntry entry, RuleReader reader, YamlPath at) {
        String id = at.in("id").id(entry.id(), "a theme");
        List<Rule> rules = new ArrayList<>();
        List<@Nullable RuleEntry> entries = orEmpty(entry.rules());
        for (int i = 0; i < entries.size(); i++) {
            YamlPath rule = at.in("rules").in(i);
            rules.add(reader.read(rule.required(entries.get(i), "a rule"), rule));
        }
        if (rules.stream().noneMatch(rule -> rule.weight() > 0)) {
            throw at.in("rules").wrong("theme '" + id + "' has no rule with a weight above 0: it could never be found");
        }
        Map<String, String> names = orEmpty(entry.name());
        names.keySet().forEach(language -> at.in("name").language(language));
        Map<String, Theme.Examples> examples = new HashMap<>();
        orEmpty(entry.examples())
                .forEach((language, example) -> examples.put(
                        at.in("examples").language(language),
                        examples(example, at.in("examples").in(language))));
        return new Theme(
                id,
                names,
                at.in("threshold").between(0.01, 1, entry.threshold(), 0.5),
                at.in("headline").between(0, 10, entry.headline(), 1),
                at.in("context").between(0, 1, entry.context(), 0),
                rules,
                examples);
    }

    private static Theme.Examples examples(@Nullable ExamplesEntry entry, YamlPath at) {
        ExamplesEntry examples = at.required(entry, "positive and negative examples");
        return new Theme.Examples(
                texts(orEmpty(examples.positive()), at.in("positive")),
                texts(orEmpty(examples.negative()), at.in("negative")));
    }

    private static List<String> texts(List<@Nullable String> entries, YamlPath at) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            texts.add(at.in(i).required(entries.get(i), "an example text"));
        }
        return texts;
    }
}
