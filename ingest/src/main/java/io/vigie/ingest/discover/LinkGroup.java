package io.vigie.ingest.discover;

import io.vigie.ingest.dates.VisibleDates;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Links that stand in the same place of a repeating structure, and what could be read around each. */
final class LinkGroup {

    private static final URI SEVERAL = URI.create("several:links");
    private static final int LEVELS_TO_HEADING = 3;
    private static final int SIBLINGS_TO_HEADING = 60;
    private static final int LONGEST_HEADING = 80;
    private static final int SHORTEST_MEAN_TITLE = 14;

    private final List<PageLink> links;
    private final List<Entry> entries;
    private final double dated;
    private final double score;

    private LinkGroup(List<PageLink> links, List<Entry> entries) {
        this.links = links;
        this.entries = entries;
        this.dated = entries.stream().filter(e -> e.date() != null).count() / (double) entries.size();
        this.score = score(entries, dated);
    }

    /** Reads the blocks around links of one place, each target once. */
    static LinkGroup of(List<PageLink> samePlace, @Nullable ZoneId zone) {
        IdentityHashMap<Element, URI> owners = owners(samePlace);
        List<ListingBlock> blocks = new ArrayList<>();
        List<PageLink> links = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        for (PageLink link : samePlace) {
            if (seen.add(link.target())) {
                Element block = block(link, owners);
                blocks.add(new ListingBlock(block, link, headingBefore(block, owners)));
                links.add(link);
            }
        }
        boolean monthFirst = blocks.stream()
                .anyMatch(b -> VisibleDates.showsMonthFirst(b.element().text()));
        return new LinkGroup(
                links, blocks.stream().map(b -> b.entry(zone, monthFirst)).toList());
    }

    /** How much this looks like the list of articles that the page is for; 0 when it does not. */
    double score() {
        return score;
    }

    /** The part of the entries that has a date, 0 to 1. */
    double dated() {
        return dated;
    }

    List<PageLink> links() {
        return links;
    }

    /** One a link, in the same order. */
    List<Entry> entries() {
        return entries;
    }

    private static double score(List<Entry> entries, double dated) {
        double mean = entries.stream()
                .mapToInt(e -> e.title() == null ? 0 : Math.min(120, ListingBlock.width(e.title())))
                .average()
                .orElse(0);
        long distinct = entries.stream().map(Entry::title).distinct().count();
        boolean enough = entries.size() >= 3 || (entries.size() == 2 && dated == 1);
        if (!enough || mean < SHORTEST_MEAN_TITLE || distinct * 2 < entries.size()) {
            return 0;
        }
        return Math.sqrt(Math.min(entries.size(), 50)) * Math.min(2, mean / 40) * (1 + 3 * dated);
    }

    /** For each element around the links, the one target in it, or {@link #SEVERAL}. */
    private static IdentityHashMap<Element, URI> owners(List<PageLink> links) {
        IdentityHashMap<Element, URI> owners = new IdentityHashMap<>();
        for (PageLink link : links) {
            for (Element e = link.anchor(); e != null; e = e.parent()) {
                URI owner = owners.putIfAbsent(e, link.target());
                if (SEVERAL.equals(owner)) {
                    break; // and so are all above it
                }
                if (owner != null && !owner.equals(link.target())) {
                    owners.put(e, SEVERAL);
                }
            }
        }
        return owners;
    }

    private static Element block(PageLink link, IdentityHashMap<Element, URI> owners) {
        Element block = link.anchor();
        Element parent = block.parent();
        while (parent != null && !parent.nameIs("body") && link.target().equals(owners.get(parent))) {
            block = parent;
            parent = block.parent();
        }
        return block;
    }

    /** A short element with a date that precedes the block, other blocks of the list between. */
    private static @Nullable Element headingBefore(Element block, IdentityHashMap<Element, URI> owners) {
        Element level = block;
        for (int up = 0; up < LEVELS_TO_HEADING && level != null; up++) {
            Element sibling = level.previousElementSibling();
            for (int back = 0; back < SIBLINGS_TO_HEADING && sibling != null; back++) {
                if (!owners.containsKey(sibling)) {
                    String text = sibling.text();
                    if (text.length() <= LONGEST_HEADING && VisibleDates.first(text, null, false) != null) {
                        return sibling;
                    }
                }
                sibling = sibling.previousElementSibling();
            }
            level = level.parent();
        }
        return null;
    }
}
