package io.vigie.ingest.discover;

import io.vigie.events.ListingHints;
import io.vigie.ingest.dates.VisibleDates;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Listings whose source says where the entries are. */
final class SelectedListing {

    private SelectedListing() {}

    /**
     * The entries that {@code selector} finds.
     *
     * @return empty when a selector is not CSS: {@code vigie probe} shows that, and the watch goes on
     */
    static List<Entry> read(HtmlPage page, String selector, ListingHints hints) {
        List<Entry> entries = new ArrayList<>();
        try {
            for (Element block : page.document().select(selector)) {
                EntryBuilder entry = new EntryBuilder(hints.zone());
                Element link = part(block, hints.link(), "a[href]");
                if (link != null) {
                    entry.link(0, page.base(), link.attr("href"));
                    Element title = part(block, hints.title(), null);
                    entry.title(0, PlainText.literal((title == null ? link : title).text()));
                    date(entry, block, hints);
                }
                if (entry.hasLink()) {
                    entries.add(entry.build());
                }
            }
        } catch (Selector.SelectorParseException e) {
            return List.of();
        }
        return entries;
    }

    private static void date(EntryBuilder entry, Element block, ListingHints hints) {
        Element time = part(block, hints.date(), "time[datetime]");
        if (time == null) {
            time = block;
        }
        String stated = time.hasAttr("datetime") ? time.attr("datetime") : time.text();
        VisibleDates.Found found = VisibleDates.first(stated, hints.zone(), false);
        entry.date(0, found == null ? null : found.stated());
    }

    private static @Nullable Element part(Element block, @Nullable String selector, @Nullable String usual) {
        String css = selector == null ? usual : selector;
        if (css == null) {
            return null;
        }
        return block.is(css) ? block : block.selectFirst(css);
    }
}
