package io.vigie.processor.formula;

import io.vigie.events.FormulaChange;
import io.vigie.events.Outlet;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one item says of one formula.
 *
 * @param formula id
 * @param language primary subtag
 * @param outlet who publishes
 * @param wording words of the phrase as used, folded; absent when the matter is spoken of without it
 * @param itemId the item
 * @param revision of the item
 * @param url canonical address
 * @param sentence verbatim, with the phrase or about its matter
 * @param at event time
 */
public record FormulaSighting(
        String formula,
        String language,
        Outlet outlet,
        @Nullable String wording,
        String itemId,
        int revision,
        URI url,
        String sentence,
        Instant at) {

    /** Of all that is said of one formula by one outlet in one language. */
    public String key() {
        return outlet.id() + "/" + formula + "/" + language;
    }

    FormulaChange.Use use() {
        return new FormulaChange.Use(itemId, revision, url, sentence, at);
    }
}
