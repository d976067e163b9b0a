package io.vigie.processor.watch;

import static io.vigie.processor.watch.ThemesFile.orEmpty;

import io.vigie.processor.watch.ThemesFile.RuleEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a file: every id is there once, every weight makes sense, every query asks for something. */
final class RuleReader {

    private final Map<String, TermList> lists;
    private final Set<String> ids = new HashSet<>();

    RuleReader(Map<String, TermList> lists) {
        this.lists = lists;
    }

    Rule read(RuleEntry entry, YamlPath at) {
        String id = at.in("id").id(entry.id(), "a rule");
        if (!ids.add(id)) {
            throw at.in("id").wrong("rule '" + id + "' stands twice; evidence names rules, so give it another id");
        }
        List<String> languages = new ArrayList<>();
        for (String language : orEmpty(entry.language())) {
            languages.add(at.in("language").language(language));
        }
        Double weight = at.in("weight").required(entry.weight(), "a weight, such as 1 or -0.5");
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
            YamlPath at,
            String wantedKey,
            String unwantedKey,
            List<String> languages) {
        List<Expression> parts = new ArrayList<>(expressions(wanted, at.in(wantedKey), languages));
        for (Expression part : expressions(unwanted, at.in(unwantedKey), languages)) {
            parts.add(new Expression.Without(wantedKey.equals("item") ? new Expression.Item(part) : part));
        }
        return parts.isEmpty() ? null : parts.size() == 1 ? parts.get(0) : new Expression.All(parts);
    }

    private List<Expression> expressions(@Nullable List<String> texts, YamlPath at, List<String> languages) {
        List<Expression> expressions = new ArrayList<>();
        List<@Nullable String> entries = orEmpty(texts);
        for (int i = 0; i < entries.size(); i++) {
            YamlPath here = at.in(i);
            try {
                Expression expression = ExpressionParser.parse(here.required(entries.get(i), "a query"));
                check(expression, here, languages);
                expressions.add(expression);
            } catch (IllegalArgumentException e) {
                throw here.wrong(String.valueOf(e.getMessage()));
            }
        }
        return expressions;
    }

    private void check(Expression expression, YamlPath at, List<String> languages) {
        if (expression instanceof Expression.TermsOf terms) {
            TermList list = TermListsReader.named(lists, terms.list(), at);
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
}
