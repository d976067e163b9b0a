package io.vigie.ingest.discover;

import io.vigie.events.ListingHints;
import io.vigie.ingest.discover.Discovered.Kind;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pages that list articles, of any site: links are grouped by where they stand in the page's structure, and the group
 * whose links have dates around them and words in them is the list.
 */
final class ListingReader {

    /** A single dated link outside the list belongs to it when its address is built alike: the day's top story. */
    private static final double DATED = 0.8;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private ListingReader() {}

    static Discovered read(Reader source, URI address, ListingHints hints) throws IOException {
        HtmlPage page = HtmlPage.read(source, address);
        List<Entry> found = hints.entry() == null
                ? general(page, address, hints.zone())
                : SelectedListing.read(page, hints.entry(), hints);
        EntryList entries = new EntryList();
        found.forEach(entries::add);
        return new Discovered(Kind.HTML, entries.kept(), List.of(), page.feeds(), entries.dropped(), null);
    }

    private static List<Entry> general(HtmlPage page, URI address, @Nullable ZoneId zone) {
        Map<String, List<PageLink>> byPlace = PageLink.of(page, address).stream()
                .collect(Collectors.groupingBy(PageLink::place, LinkedHashMap::new, Collectors.toList()));
        List<LinkGroup> groups = byPlace.values().stream()
                .map(links -> LinkGroup.of(links, zone))
                .toList();
        LinkGroup best = groups.stream()
                .filter(group -> group.score() > 0)
                .max(Comparator.comparingDouble(LinkGroup::score))
                .orElse(null);
        return best == null ? List.of() : together(best, groups);
    }

    private static List<Entry> together(LinkGroup best, List<LinkGroup> groups) {
        Set<String> shapes =
                best.links().stream().map(link -> shape(link.target())).collect(Collectors.toSet());
        Map<Integer, Entry> byPosition = new TreeMap<>();
        add(best, byPosition);
        if (best.dated() >= DATED) {
            groups.stream()
                    .filter(group -> group != best && group.dated() >= DATED)
                    .filter(group -> group.links().stream().allMatch(link -> shapes.contains(shape(link.target()))))
                    .forEach(group -> add(group, byPosition));
        }
        Set<URI> seen = new HashSet<>();
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : byPosition.values()) {
            if (entry.title() != null && entry.link() != null && seen.add(entry.link())) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static void add(LinkGroup group, Map<Integer, Entry> byPosition) {
        for (int i = 0; i < group.links().size(); i++) {
            byPosition.put(group.links().get(i).position(), group.entries().get(i));
        }
    }

    /** Example: {@code /en/news/2025/a-b-c.html} is {@code /en/news/0/*}: all segments but the last, digits levelled. */
    private static String shape(URI target) {
        String path = String.valueOf(target.getRawPath());
        return DIGITS.matcher(path.substring(0, path.lastIndexOf('/') + 1)).replaceAll("0");
    }
}
