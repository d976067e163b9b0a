package io.vigie.processor.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes the expressions of one language's rules ready, and fills its lexicon with their words. */
final class ConditionCompiler {

    private final LexiconBuilder lexicon;

    ConditionCompiler(LexiconBuilder lexicon) {
        this.lexicon = lexicon;
    }

    Condition compile(Expression expression) {
        if (expression instanceof Expression.TermsOf terms) {
            return stands(lexicon.list(terms.list()));
        } else if (expression instanceof Expression.Phrase phrase) {
            return phrase(phrase);
        } else if (expression instanceof Expression.All all) {
            return all(all);
        } else if (expression instanceof Expression.Any any) {
            return new Condition.AnyOf(any.parts().stream().map(this::compile).toList());
        } else if (expression instanceof Expression.Without without) {
            return new Condition.Not(compile(without.part()));
        } else if (expression instanceof Expression.Near near) {
            return new Condition.CloseTogether(
                    near.distance(),
                    near.ordered(),
                    near.parts().stream().map(this::group).toList());
        } else if (expression instanceof Expression.Item item) {
            return new Condition.Anywhere(compile(item.part()));
        } else if (expression instanceof Expression.Headline headline) {
            return new Condition.InHeadline(compile(headline.part()));
        } else if (expression instanceof Expression.Around around) {
            return new Condition.Nearby(around.distance(), compile(around.part()));
        }
        throw new AssertionError("a kind of expression without a condition: " + expression);
    }

    private Condition.Stands stands(int concept) {
        return new Condition.Stands(concept, lexicon.name(concept));
    }

    private Condition phrase(Expression.Phrase phrase) {
        if (phrase.slop() == 0) {
            return stands(lexicon.term(phrase.words()));
        }
        List<Condition.AnyOf> words = Stream.of(phrase.words().split(" "))
                .map(word -> new Condition.AnyOf(List.of(stands(lexicon.term(word)))))
                .toList();
        return new Condition.CloseTogether(words.size() - 1 + phrase.slop(), true, words);
    }

    private Condition all(Expression.All all) {
        List<Condition> wanted = new ArrayList<>();
        List<Condition> unwanted = new ArrayList<>();
        for (Expression part : all.parts()) {
            if (part instanceof Expression.Without without) {
                unwanted.add(compile(without.part()));
            } else {
                wanted.add(compile(part));
            }
        }
        return new Condition.AllOf(wanted, unwanted);
    }

    private Condition.AnyOf group(Expression part) {
        return part instanceof Expression.Any any
                ? new Condition.AnyOf(any.parts().stream()
                        .flatMap(inner -> group(inner).parts().stream())
                        .toList())
                : new Condition.AnyOf(List.of(compile(part)));
    }
}
