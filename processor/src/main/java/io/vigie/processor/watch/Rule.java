package io.vigie.processor.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a theme.
 *
 * @param id unique in the file, such as {@code fr-aid-pledged}: evidence names it
 * @param languages BCP 47 codes of the items it is asked of; empty for all
 * @param weight points that a sentence gets for it; below 0 it speaks against the theme
 * @param sentence what one sentence must have; absent for a rule about the item as a whole
 * @param item what the item must have anywhere; absent for no such condition
 */
public record Rule(
        String id,
        List<String> languages,
        double weight,
        @Nullable Expression sentence,
        @Nullable Expression item) {

    public Rule {
        languages = List.copyOf(languages);
    }

    boolean speaks(String language) {
        return languages.isEmpty() || languages.contains(language);
    }

    /** Everything that it asks, as one query. */
    Expression query() {
        Expression anywhere = item == null ? null : new Expression.Item(item);
        if (sentence == null) {
            if (anywhere == null) {
                throw new IllegalStateException("rule " + id + " asks nothing");
            }
            return anywhere;
        }
        return anywhere == null ? sentence : new Expression.All(List.of(sentence, anywhere));
    }
}
