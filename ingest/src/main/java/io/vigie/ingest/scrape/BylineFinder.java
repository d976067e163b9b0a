package io.vigie.ingest.scrape;

import io.vigie.ingest.scrape.date.DateOrder;
import io.vigie.ingest.scrape.date.DateText;
import io.vigie.ingest.scrape.date.FoundDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who signed. People count before the outlet itself, whoever names them: JSON-LD, meta, elements marked as author, the
 * line "By …" or the link to an author's page near the headline.
 */
final class BylineFinder {

    private static final int NEAR = 12;
    private static final int LONGEST_BYLINE = 200;

    private static final String[] METAS = {
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "dc.creator.personalname",
        "byl",
        "citation_author",
        "og:author",
        "article:author_name",
        "article.author",
        "authors",
        "byline",
        "itemprop:author",
        "dc.contributor",
        "cxenseparse:author",
        "author_name"
    };

    private static final List<String> AUTHOR_PAGES = List.of(
            "/author/",
            "/authors/",
            "/autor/",
            "/autores/",
            "/auteur/",
            "/auteurs/",
            "/autoren/",
            "/people/",
            "/profile/",
            "/profiles/",
            "/by/",
            "/writers/",
            "/writer/",
            "/staff/",
            "/journalist/",
            "/journalists/",
            "/reporter/",
            "/contributor/",
            "/contributors/",
            "/redaktion/",
            "/columnist/",
            "/columnists/",
            "/signataires/",
            "/firmas/",
            "/autore/",
            "/автор/",
            "/avtor/",
            "/reporters/",
            "/byline/");

    private static final int NOT_HERE =
            Hint.maskOf(Hint.COMMENT, Hint.BIOGRAPHY, Hint.HIDDEN, Hint.TEASER, Hint.ADVERTISEMENT);

    private final DateText dates;

    BylineFinder(DateText dates) {
        this.dates = dates;
    }

    List<String> find(Page page) {
        Set<String> outlet = page.outlet();
        List<String> organisations = List.of();
        List<List<String>> stated = new ArrayList<>();
        stated.add(structured(page.structured().authors()));
        for (String meta : METAS) {
            stated.add(all(page.facts().all(meta)));
        }
        for (List<String> names : stated) {
            List<String> people = without(outlet, names);
            if (!people.isEmpty()) {
                return people;
            }
            if (organisations.isEmpty()) {
                organisations = names;
            }
        }
        List<String> shown = marked(page, outlet);
        if (shown.isEmpty()) {
            shown = lines(page, outlet);
        }
        return shown.isEmpty() ? organisations : shown;
    }

    /** JSON-LD names one author each, except where builders put the whole byline into one. */
    private static List<String> structured(List<String> authors) {
        List<String> names = new ArrayList<>();
        for (String author : authors) {
            for (String name : NameText.names(author)) {
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static List<String> all(List<String> metas) {
        return structured(metas);
    }

    private static List<String> without(Set<String> outlet, List<String> names) {
        return names.stream()
                .filter(name -> {
                    String normal = Phrases.normalized(name);
                    return !outlet.contains(normal) && !outlet.contains(normal.replace(" ", ""));
                })
                .toList();
    }

    private List<String> marked(Page page, Set<String> outlet) {
        Outline outline = page.outline();
        int end = Math.min(outline.size, outline.ends[page.root()]);
        for (int e = 0; e < end; e++) {
            if (Hint.BYLINE.in(outline.hints[e]) && !isElsewhere(page, e)) {
                List<String> names = without(outlet, namesIn(outline, e));
                if (!names.isEmpty()) {
                    return withSiblings(page, outlet, e, names);
                }
            }
        }
        return List.of();
    }

    /** Two authors are often two elements of one byline. */
    private List<String> withSiblings(Page page, Set<String> outlet, int first, List<String> names) {
        Outline outline = page.outline();
        List<String> all = new ArrayList<>(names);
        int parent = outline.parents[first];
        int end = parent < 0 ? first : outline.ends[parent];
        for (int e = outline.ends[first]; e < end; e = outline.ends[e]) {
            if (Hint.BYLINE.in(outline.hints[e])) {
                without(outlet, namesIn(outline, e)).stream()
                        .filter(name -> !all.contains(name))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static boolean isElsewhere(Page page, int element) {
        Outline outline = page.outline();
        for (int e = element; e >= 0 && !outline.contains(e, page.root()); e = outline.parents[e]) {
            Role role = outline.roles[e];
            if ((outline.hints[e] & NOT_HERE) != 0 || role == Role.ASIDE || role == Role.NAVIGATION) {
                return true;
            }
        }
        return false;
    }

    /** Links of a byline are its names; what stands between them is dates and trades. */
    private List<String> namesIn(Outline outline, int element) {
        List<String> linked = new ArrayList<>();
        for (int e = element; e < outline.ends[element] && linked.size() < NEAR; e++) {
            if ("a".equals(outline.elements[e].normalName())) {
                for (String name : NameText.names(outline.elements[e].text())) {
                    if (NameText.looksLikePerson(name) && !linked.contains(name)) {
                        linked.add(name);
                    }
                }
            }
        }
        if (!linked.isEmpty()) {
            return linked;
        }
        String text = outline.roles[element].breaksText() ? outline.textOf(element) : outline.elements[element].text();
        if (text.isEmpty() || text.length() > LONGEST_BYLINE) {
            return List.of();
        }
        return NameText.names(undated(text)).stream()
                .filter(NameText::looksLikePerson)
                .toList();
    }

    /** The text with a bar where a date stood: "Amanda, Dec 20, 2025" names one person. */
    private String undated(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (FoundDate date : dates.all(text, DateOrder.MONTH_FIRST)) {
            out.append(text, from, date.from()).append(" | ");
            from = date.to();
        }
        return out.append(text, from, text.length()).toString();
    }

    private List<String> lines(Page page, Set<String> outlet) {
        Outline outline = page.outline();
        int from = Math.max(0, page.headlineBlock() - NEAR / 2);
        int to = Math.min(outline.blocks.size(), page.headlineBlock() + NEAR);
        for (int b = from; b < to; b++) {
            String text = outline.text(outline.block(b));
            if (text.length() > LONGEST_BYLINE) {
                continue;
            }
            List<String> names = without(outlet, NameText.namesOfLine(undated(text)));
            boolean lead = names.isEmpty() && text.length() < 16 && NameText.isLead(text) && b + 1 < to;
            if (lead) {
                String next = outline.text(outline.block(b + 1));
                names = next.length() > LONGEST_BYLINE
                        ? List.of()
                        : without(outlet, NameText.names(undated(next))).stream()
                                .filter(NameText::looksLikePerson)
                                .toList();
            }
            if (!names.isEmpty()) {
                return names;
            }
        }
        return authorLinks(page, outlet, from, to);
    }

    private List<String> authorLinks(Page page, Set<String> outlet, int from, int to) {
        Outline outline = page.outline();
        List<String> names = new ArrayList<>();
        for (int e = 0; e < outline.size; e++) {
            int block = outline.firstBlocks[e];
            if (block >= from && block < to && "a".equals(outline.elements[e].normalName()) && !isElsewhere(page, e)) {
                String href = outline.elements[e].attr("href").toLowerCase(Locale.ROOT);
                if (AUTHOR_PAGES.stream().anyMatch(href::contains)) {
                    for (String name : without(outlet, NameText.names(outline.elements[e].text()))) {
                        if (NameText.looksLikePerson(name) && !names.contains(name)) {
                            names.add(name);
                        }
                    }
                }
            }
        }
        return names;
    }
}
