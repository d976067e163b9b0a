package io.vigie.processor.topology;

import io.vigie.events.ClassifiedItem;
import io.vigie.events.Evidence;
import io.vigie.events.ItemId;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.ThemeMatch;
import io.vigie.processor.divergence.Edition;
import io.vigie.processor.text.Sentences;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An edition for those it is an edition of: a value of the internal topic {@code edition-notes}, key = {@link #group()}.
 *
 * @param edition what it says
 * @param withdrawn whether it was taken down
 */
record EditionNote(Edition edition, boolean withdrawn) {

    /** Empty for an item that names no edition, and for one that was not read in full: its silence proves nothing. */
    static Optional<EditionNote> of(FiledItem filed) {
        ClassifiedItem classified = filed.classified();
        PressItem item = classified.item();
        boolean withdrawn = classified.novelty() == Novelty.WITHDRAWN;
        String language = classified.classification().language();
        boolean read = classified.classification().errors().isEmpty() && !language.equals("und");
        Set<String> others = new TreeSet<>();
        item.editions().values().forEach(uri -> others.add(ItemId.of(uri)));
        others.remove(item.id());
        if (others.isEmpty() || !(read || withdrawn)) {
            return Optional.empty();
        }
        Map<String, String> themes = new TreeMap<>();
        for (ThemeMatch match : classified.classification().themes()) {
            match.evidence().stream()
                    .findFirst()
                    .map(Evidence::quote)
                    .ifPresent(quote -> themes.put(match.theme(), quote));
        }
        return Optional.of(new EditionNote(
                new Edition(
                        item.id(),
                        classified.revision(),
                        classified.storyId(),
                        item.outlet(),
                        language,
                        item.headline(),
                        item.uri(),
                        filed.time(),
                        others,
                        themes,
                        Sentences.of(item.body(), language)),
                withdrawn));
    }

    /** The smallest of the ids of all editions: editions that name each other name one. */
    String group() {
        TreeSet<String> all = new TreeSet<>(edition.others());
        all.add(edition.itemId());
        return all.first();
    }
}
