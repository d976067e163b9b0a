package io.vigie.ingest.scrape;

import io.vigie.ingest.dates.DateOrder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is known of a page when its date and byline are looked for.
 *
 * @param address where it was read
 * @param root index of the element that holds the article
 * @param headlineBlock index of the block that shows the headline: dates and bylines stand near it
 * @param outlet {@link OutletNames}
 */
record Page(
        URI address,
        PageFacts facts,
        StructuredArticle structured,
        Outline outline,
        String title,
        int root,
        int headlineBlock,
        Set<String> outlet) {

    private static final Set<String> YEAR_FIRST = Set.of("hu", "ja", "ko", "zh");
    private static final Set<String> AMERICAN = Set.of("com", "org", "net", "gov", "mil", "edu", "us", "info");

    static Page of(
            URI address,
            PageFacts facts,
            StructuredArticle structured,
            Outline outline,
            String title,
            int root,
            Set<String> outlet) {
        int headlineBlock = headlineBlock(facts, outline, title, root);
        return new Page(address, facts, structured, outline, title, root, headlineBlock, outlet);
    }

    /**
     * How to read {@code 3/4/2025} and {@code 25.04.03}: the American way where language and domain are American, or
     * could be; the year first where that is the custom.
     */
    DateOrder dateOrder() {
        String language = facts.language().replace('_', '-').toLowerCase(Locale.ROOT);
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        String country = host.substring(host.lastIndexOf('.') + 1);
        if (YEAR_FIRST.contains(LanguageFinder.primary(language))) {
            return DateOrder.YEAR_FIRST;
        }
        if (language.startsWith("en-")) {
            return language.startsWith("en-us") && country.length() != 2 ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
        }
        boolean american = AMERICAN.contains(country);
        return american && (language.isEmpty() || language.startsWith("en"))
                ? DateOrder.MONTH_FIRST
                : DateOrder.DAY_FIRST;
    }

    /** The names that are not the outlet's own. */
    List<String> people(List<String> names) {
        return names.stream()
                .filter(name -> {
                    String normal = Phrases.normalized(name);
                    return !outlet.contains(normal) && !outlet.contains(normal.replace(" ", ""));
                })
                .toList();
    }

    /** The {@code h1} that shows the title, else the first, else where the article begins. */
    private static int headlineBlock(PageFacts facts, Outline outline, String title, int root) {
        if (outline.size == 0) {
            return 0;
        }
        String normal = Phrases.normalized(title);
        for (int headline : facts.headlines()) {
            if (Phrases.normalized(outline.textOf(headline)).equals(normal)) {
                return outline.firstBlocks[headline];
            }
        }
        int first = facts.headlines().isEmpty() ? root : facts.headlines().get(0);
        return outline.firstBlocks[first];
    }
}
