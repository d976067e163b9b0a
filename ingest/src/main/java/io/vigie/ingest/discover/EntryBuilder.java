package io.vigie.ingest.discover;

import io.vigie.ingest.dates.StatedDates;
import io.vigie.ingest.markup.UriReferences;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what a document says of one item, several things of which may be said twice. */
final class EntryBuilder {

    private static final int MOST_EDITIONS = 64;
    private static final int LONGEST_DATE = 200;

    private record DateStatement(String published, @Nullable OffsetDateTime date) {}

    private final @Nullable ZoneId zone;
    private final Preferred<URI> link = new Preferred<>();
    private final Preferred<String> title = new Preferred<>();
    private final Preferred<DateStatement> date = new Preferred<>();
    private final Preferred<DateStatement> unreadableDate = new Preferred<>();
    private final Map<String, URI> editions = new TreeMap<>();

    EntryBuilder(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    void link(int rank, URI base, @Nullable String reference) {
        if (reference != null) {
            link.offer(rank, UriReferences.resolve(base, reference));
        }
    }

    /** A title in plain text; an empty one counts as none. */
    void title(int rank, String plain) {
        title.offer(rank, plain.isEmpty() ? null : plain);
    }

    /** A date as stated. One that cannot be read gives way to any that can. */
    void date(int rank, @Nullable String stated) {
        String text = stated == null ? "" : stated.strip();
        if (!text.isEmpty()) {
            OffsetDateTime parsed = StatedDates.parse(text, zone);
            String verbatim = text.length() > LONGEST_DATE ? text.substring(0, LONGEST_DATE) : text;
            (parsed == null ? unreadableDate : date).offer(rank, new DateStatement(verbatim, parsed));
        }
    }

    void edition(String language, URI base, @Nullable String reference) {
        URI address = reference == null ? null : UriReferences.resolve(base, reference);
        String tag = language.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        if (address != null && tag.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*") && editions.size() < MOST_EDITIONS) {
            editions.putIfAbsent(tag, address);
        }
    }

    boolean hasLink() {
        return link.value() != null;
    }

    boolean isEmpty() {
        return link.value() == null && title.value() == null && statement() == null;
    }

    Entry build() {
        DateStatement stated = statement();
        return new Entry(
                link.value(),
                title.value(),
                stated == null ? null : stated.published(),
                stated == null ? null : stated.date(),
                editions);
    }

    private @Nullable DateStatement statement() {
        return date.value() == null ? unreadableDate.value() : date.value();
    }
}
