package io.vigie.ingest.watch;

import io.vigie.events.SourceDefinition;
import io.vigie.ingest.discover.Entry;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of the links that discovery finds are taken. */
final class EntryFilter {

    /** Of one document. The newest thousand of a sitemap of a million are all that a watch can want of it. */
    static final int MOST_ENTRIES = 1_000;

    private static final int LONGEST_LINK = 2_048;

    private final List<Pattern> include;
    private final List<Pattern> exclude;

    EntryFilter(SourceDefinition source) {
        this.include = source.include().stream().map(Pattern::compile).toList();
        this.exclude = source.exclude().stream().map(Pattern::compile).toList();
    }

    /**
     * What was taken and what was left.
     *
     * @param entries taken, the order kept unless there were too many
     * @param excluded how many the source's expressions left out, or the lack of an address of reasonable length
     * @param beyondLimit how many were left because there were too many
     */
    record Taken(List<Entry> entries, int excluded, int beyondLimit) {}

    Taken take(List<Entry> found) {
        List<Entry> wanted = found.stream().filter(entry -> wants(entry.link())).toList();
        List<Entry> newest = wanted.size() <= MOST_ENTRIES ? wanted : newest(wanted);
        return new Taken(newest, found.size() - wanted.size(), wanted.size() - newest.size());
    }

    private boolean wants(@Nullable URI address) {
        String link = address == null ? "" : address.toString();
        return !link.isEmpty()
                && link.length() <= LONGEST_LINK
                && (include.isEmpty()
                        || include.stream()
                                .anyMatch(pattern -> pattern.matcher(link).find()))
                && exclude.stream().noneMatch(pattern -> pattern.matcher(link).find());
    }

    /** By date where there are dates; else both ends, because some documents grow at the top and some at the bottom. */
    private static List<Entry> newest(List<Entry> entries) {
        if (entries.stream().anyMatch(entry -> entry.date() != null)) {
            return entries.stream()
                    .sorted(Comparator.comparing(EntryFilter::date).reversed())
                    .limit(MOST_ENTRIES)
                    .toList();
        }
        List<Entry> ends = new ArrayList<>(entries.subList(0, MOST_ENTRIES / 2));
        ends.addAll(entries.subList(entries.size() - MOST_ENTRIES / 2, entries.size()));
        return ends;
    }

    private static Instant date(Entry entry) {
        return entry.date() == null ? Instant.MIN : entry.date().toInstant();
    }
}
