package io.vigie.processor.topology;

import io.vigie.events.ClassifiedItem;
import io.vigie.events.Evidence;
import io.vigie.events.ItemId;
import io.vigie.events.Novelty;
import io.vigie.events.PressItem;
import io.vigie.events.ThemeMatch;
import io.vigie.processor.divergence.Edition;
import io.vigie.processor.text.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An edition for those it is an edition of: a value of the internal topic {@code edition-notes}, key = {@link #group()}.
 *
 * @param edition what it says
 * @param publisher see {@link #publisher(PressItem)}
 * @param withdrawn whether it was taken down
 */
record EditionNote(Edition edition, String publisher, boolean withdrawn) {

    /** Shorter texts are headlines and notices, which are alike in all releases of a day. */
    private static final int FEWEST_SENTENCES = 4;

    private static final Pattern LANGUAGE_OR_WWW = Pattern.compile("^[a-z]{2,3}\\.(?=[^.]+\\.)");

    /** Ids of the items that an item names as its editions. */
    static Set<String> named(PressItem item) {
        Set<String> others = new TreeSet<>();
        item.editions().values().forEach(uri -> others.add(ItemId.of(uri)));
        others.remove(item.id());
        return others;
    }

    /** The host of an item's page without {@code www}, {@code fr} and the like: one publisher has a source for each language. */
    static String publisher(PressItem item) {
        String host =
                Objects.requireNonNullElse(item.uri().getHost(), item.outlet().id());
        return LANGUAGE_OR_WWW.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /** Empty for an item that was not read in full: its silence proves nothing; and for a short one that names no edition. */
    static Optional<EditionNote> of(FiledItem filed) {
        ClassifiedItem classified = filed.classified();
        PressItem item = classified.item();
        boolean withdrawn = classified.novelty() == Novelty.WITHDRAWN;
        String language = classified.classification().language();
        boolean read = classified.classification().errors().isEmpty() && !language.equals("und");
        Set<String> others = named(item);
        List<String> sentences = Sentences.of(item.body(), language);
        boolean told = !others.isEmpty() || sentences.size() >= FEWEST_SENTENCES;
        if (!withdrawn && !(read && told)) {
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
                        sentences),
                publisher(item),
                withdrawn));
    }

    /** Editions that name each other name one group, the smallest of their ids; others meet by publisher and story. */
    String group() {
        if (edition.others().isEmpty()) {
            return publisher + "/" + edition.storyId();
        }
        TreeSet<String> all = new TreeSet<>(edition.others());
        all.add(edition.itemId());
        return all.first();
    }
}
