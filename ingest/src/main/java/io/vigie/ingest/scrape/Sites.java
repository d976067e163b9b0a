package io.vigie.ingest.scrape;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which hosts belong together. */
final class Sites {

    /** Labels under which registries sell names, where the site's own label is the third from the right. */
    private static final Set<String> SECOND_LEVEL =
            Set.of("co", "com", "org", "net", "gov", "gouv", "gob", "go", "ac", "edu", "or", "ne", "govt", "mil", "gv");

    private Sites() {}

    /** The name a site is registered under, nearly: {@code www.mod.gov.ua} gives {@code mod.gov.ua}. */
    static String nameOf(String host) {
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
        int n = labels.length;
        if (n <= 2) {
            return String.join(".", labels);
        }
        int keep = labels[n - 1].length() == 2 && SECOND_LEVEL.contains(labels[n - 2]) ? 3 : 2;
        return String.join(".", List.of(labels).subList(Math.max(0, n - keep), n));
    }
}
