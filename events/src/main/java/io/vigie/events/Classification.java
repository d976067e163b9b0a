package io.vigie.events;

import java.util.List;

/**
 * What the rules say of one item: matches, and beside them what went wrong, as data.
 *
 * @param ruleset content hash of the rule set that was in force
 * @param language BCP 47 code whose analyzer was used, {@code und} when unknown
 * @param themes that the item has, highest score first; empty when none
 * @param errors of single rules or of the item; a partial result has at least one
 */
public record Classification(String ruleset, String language, List<ThemeMatch> themes, List<RuleError> errors) {

    public Classification {
        themes = List.copyOf(themes);
        errors = List.copyOf(errors);
    }
}
