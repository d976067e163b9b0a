package io.vigie.processor.watch;

import io.vigie.events.RuleSet;
import io.vigie.events.yaml.ConfigurationException;
import io.vigie.events.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule file, read and checked: every list that a rule names exists, every query can be read, every number makes sense.
 *
 * @param lists term lists by name
 * @param themes in the order of the file, at least one
 */
public record ThemeRules(Map<String, TermList> lists, List<Theme> themes) {

    /** Name of the rule file in a configuration folder. */
    public static final String FILE = "themes.yaml";

    public ThemeRules {
        lists = Map.copyOf(lists);
        themes = List.copyOf(themes);
    }

    /**
     * Reads a rule file. The environment has no say in it: the same text means the same rules everywhere.
     *
     * @param file name to put in messages
     * @param yaml its text
     * @throws ConfigurationException with file, line, path, what is wrong and the remedy, in one line such as
     *     {@code themes.yaml line 12, themes[0].rules[3].sentence[1]: there is no list 'weapns'; …}
     */
    public static ThemeRules parse(String file, String yaml) {
        ThemesFile entries = new StrictYaml(variable -> null).read(file, yaml, ThemesFile.class);
        return ThemeRulesReader.read(entries, YamlPath.root(file, yaml));
    }

    /** Languages that the file names in rules or term lists. */
    Set<String> languages() {
        Set<String> languages = new TreeSet<>();
        lists.values().forEach(list -> languages.addAll(list.terms().keySet()));
        themes.forEach(theme -> theme.rules().forEach(rule -> languages.addAll(rule.languages())));
        languages.remove(TermList.ANY);
        return languages;
    }

    /** The rule set that Vigie comes with. */
    public static RuleSet shipped() {
        try (InputStream in = ThemeRules.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            return RuleSet.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
