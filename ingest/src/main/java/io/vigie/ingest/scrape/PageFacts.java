package io.vigie.ingest.scrape;

import java.util.List;
import java.util.Map;

/**
 * What a page declares about itself, as written.
 *
 * @param title of the document head; empty when there is none
 * @param canonical as in {@code <link rel=canonical>}; empty when there is none
 * @param language as in {@code <html lang>}; empty when there is none
 * @param base as in {@code <base href>}; empty when there is none
 * @param metas contents by lower-case name, property or {@code itemprop:} + item property, in page order
 * @param editions addresses by {@code hreflang}
 * @param links addresses of {@code <a href>}, in page order
 * @param structured texts of the JSON-LD scripts
 * @param headlines indexes of {@code <h1>} in the outline
 * @param scripts code or data of the page's own
 */
record PageFacts(
        String title,
        String canonical,
        String language,
        String base,
        Map<String, List<String>> metas,
        Map<String, String> editions,
        List<String> links,
        List<String> structured,
        List<Integer> headlines,
        List<String> scripts) {

    /** First content under the first of these names that has one; empty when none has. */
    String meta(String... names) {
        for (String name : names) {
            List<String> values = metas.get(name);
            if (values != null) {
                return values.get(0);
            }
        }
        return "";
    }

    List<String> all(String name) {
        return metas.getOrDefault(name, List.of());
    }
}
