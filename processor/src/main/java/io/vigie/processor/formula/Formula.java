package io.vigie.processor.formula;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set phrase: an entry of {@code formulas.yaml}.
 *
 * @param id for example {@code status-quo-by-force}
 * @param about by language, words of the matter that the phrase is about: an item that speaks of it without the phrase may
 *     have dropped it
 * @param wording by language, the phrase as it is usually put; several when there are several
 */
public record Formula(String id, Map<String, List<String>> about, Map<String, List<String>> wording) {

    /** The shape of the file. */
    record File(@Nullable List<Formula> formulas) {}

    public Formula {
        about = about == null ? Map.of() : Map.copyOf(about);
        wording = wording == null ? Map.of() : Map.copyOf(wording);
        if (id == null || wording.isEmpty()) {
            throw new IllegalArgumentException("a formula needs an id and a wording");
        }
    }
}
