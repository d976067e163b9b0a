package io.vigie.ingest.discover;

import io.vigie.ingest.discover.Discovered.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.util.regex.Pattern;

/** A sitemap in plain text: one absolute address a line (sitemaps.org, "Text file"). */
final class TextSitemap {

    private static final int LONGEST_LINE = 8 * 1024;
    private static final Pattern FIRST_LINES =
            Pattern.compile("(?i)\\s*(?:https?://[^\\s<>]+\\s*){1,16}(?:\\S{0,8192})?");
    private static final int LOOK_AT = 2048;

    private TextSitemap() {}

    /** Whether a document that starts like this is one. */
    static boolean looksLike(String head) {
        return FIRST_LINES
                .matcher(head.substring(0, Math.min(head.length(), LOOK_AT)))
                .lookingAt();
    }

    static Discovered read(Reader source, URI address) throws IOException {
        EntryList entries = new EntryList();
        BufferedReader in = new BufferedReader(source);
        StringBuilder line = new StringBuilder();
        int c;
        do {
            c = in.read();
            if (c >= ' ') {
                if (line.length() <= LONGEST_LINE) {
                    line.append((char) c);
                }
            } else {
                add(line, address, entries);
            }
        } while (c >= 0);
        return Discovered.entries(Kind.SITEMAP, entries);
    }

    private static void add(StringBuilder line, URI address, EntryList entries) {
        EntryBuilder entry = new EntryBuilder(null);
        if (line.length() > 0
                && line.length() <= LONGEST_LINE
                && line.toString().strip().startsWith("http")) {
            entry.link(0, address, line.toString());
        }
        if (entry.hasLink()) {
            entries.add(entry.build());
        }
        line.setLength(0);
    }
}
