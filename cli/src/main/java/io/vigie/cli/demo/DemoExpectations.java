package io.vigie.cli.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a right pipeline makes of the demonstration's press, item by item.
 *
 * @param items in the order of publication; a page that robots.txt forbids is not among them
 * @param neverRead pages that robots.txt forbids to read
 */
public record DemoExpectations(List<Item> items, Set<URI> neverRead) {

    /**
     * What is expected of one item.
     *
     * @param url address of its page
     * @param id name of its file
     * @param headline of its first text
     * @param language BCP 47
     * @param themes that its first text has; empty when none
     * @param themesAtEnd that it has after the press changed its mind; those of the first text when nothing changed
     * @param withdrawn whether its page is taken down in the end
     * @param copyOf address of the wire story that it repeats; absent when it is nobody's copy
     * @param editionOf address of the same text in the language it was first written in; absent when it is no edition
     */
    public record Item(
            URI url,
            String id,
            String headline,
            String language,
            Set<String> themes,
            Set<String> themesAtEnd,
            boolean withdrawn,
            @Nullable URI copyOf,
            @Nullable URI editionOf) {

        public Item {
            themes = Set.copyOf(themes);
            themesAtEnd = Set.copyOf(themesAtEnd);
        }
    }

    public DemoExpectations {
        items = List.copyOf(items);
        neverRead = Set.copyOf(neverRead);
    }

    static DemoExpectations of(DemoPress press, Function<DemoItem, URI> address) {
        List<Item> items = new ArrayList<>();
        Set<URI> neverRead = new TreeSet<>();
        for (DemoItem item : press.items().values()) {
            if (item.forbidden()) {
                neverRead.add(address.apply(item));
            } else {
                items.add(new Item(
                        address.apply(item),
                        item.id(),
                        item.headline(),
                        item.language(),
                        item.themes(),
                        item.revised().themes(),
                        item.withdrawn(),
                        addressOf(item.copyOf(), press, address),
                        addressOf(item.editionOf(), press, address)));
            }
        }
        return new DemoExpectations(items, neverRead);
    }

    /** How many alerts there are in the end, one an item that has or had a theme; the retracted one counts. */
    public long alerts() {
        return items.stream()
                .filter(item -> !item.themes().isEmpty() || !item.themesAtEnd().isEmpty())
                .count();
    }

    /**
     * How verdicts on the first texts differ from what is right, one line an item; empty when all is well.
     *
     * @param verdicts ids of the themes given, by address; an address without an entry was given none
     */
    public List<String> differences(Map<URI, Set<String>> verdicts) {
        return differences(verdicts, Item::themes);
    }

    /**
     * The same for the texts as they stand in the end.
     *
     * @param verdicts ids of the themes given, by address; an address without an entry was given none
     */
    public List<String> differencesAtEnd(Map<URI, Set<String>> verdicts) {
        return differences(verdicts, Item::themesAtEnd);
    }

    private List<String> differences(Map<URI, Set<String>> verdicts, Function<Item, Set<String>> right) {
        List<String> lines = new ArrayList<>();
        for (Item item : items) {
            Set<String> given = verdicts.getOrDefault(item.url(), Set.of());
            if (!given.equals(right.apply(item))) {
                lines.add(item.id() + ": expected " + new TreeSet<>(right.apply(item)) + ", was given "
                        + new TreeSet<>(given));
            }
        }
        return lines;
    }

    private static @Nullable URI addressOf(@Nullable String id, DemoPress press, Function<DemoItem, URI> address) {
        DemoItem item = id == null ? null : press.items().get(id);
        return item == null ? null : address.apply(item);
    }
}
