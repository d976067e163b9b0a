package io.vigie.processor;

import io.vigie.events.Classification;
import io.vigie.events.Evidence;
import io.vigie.events.PressItem;
import io.vigie.events.RuleSet;
import io.vigie.events.ThemeMatch;
import java.util.List;
import java.util.function.Function;

/** Rules of one word: an item whose headline holds it has a theme. */
final class OneWordRules {

    static final RuleSet SET = RuleSet.of("arms");

    private OneWordRules() {}

    static Function<PressItem, Classification> compile(RuleSet set) {
        return item -> {
            boolean hit = item.headline().contains(set.yaml());
            Evidence evidence = new Evidence(
                    "r1", Evidence.Field.HEADLINE, 0, item.headline().length(), item.headline());
            return new Classification(
                    set.hash(),
                    "en",
                    hit ? List.of(new ThemeMatch("defence-industry", 0.9, List.of(evidence))) : List.of(),
                    List.of());
        };
    }
}
