package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who signed. People count before organisations and the outlet itself, whoever names them: JSON-LD, meta, what readers
 * see, at last the scripts. What readers see is also believed where it names more people than the page declares: many
 * templates declare only the first.
 */
final class BylineFinder {

    private static final String[] METAS = {
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "citation_author",
        "citation_authors",
        "dc.creator",
        "dcterms.creator",
        "dc.creator.personalname",
        "byl",
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

    private static final List<String> SCRIPT_KEYS = List.of(
            "pagePostAuthor",
            "authorName",
            "author_name",
            "articleAuthor",
            "article_author",
            "contentAuthor",
            "byline",
            "authors",
            "author");

    private static final List<String> SCRIPT_KEY_PARTS = List.of("uthor", "byline");

    /** What WordPress writes above an author, in its translations. */
    private static final Set<String> LABELS = Set.of(
            "written by",
            "écrit par",
            "verfasst von",
            "geschrieben von",
            "escrito por",
            "scritto da",
            "geschreven door",
            "napisane przez",
            "автор",
            "написано автором",
            "yazan",
            "skriven av",
            "skrevet av",
            "skrevet af",
            "kirjoittanut",
            "scris de",
            "napsal a",
            "szerző",
            "ditulis oleh",
            "được viết bởi",
            "執筆者",
            "作者",
            "글쓴이",
            "كتب بواسطة",
            "נכתב על ידי",
            "เขียนโดย",
            "συντάχθηκε από");

    private final NameText names;
    private final ShownByline shown;

    BylineFinder(NameText names) {
        this.names = names;
        shown = new ShownByline(names);
    }

    List<String> find(Page page) {
        List<String> organisations = List.of();
        for (List<String> statements : statements(page)) {
            List<String> stated = all(statements);
            List<String> people = people(page, stated);
            if (!people.isEmpty()) {
                List<String> signed = shown.signedWith(page, people.get(0));
                return adds(signed, people) ? signed : people;
            }
            organisations = organisations.isEmpty() ? stated : organisations;
        }
        List<String> organised = organised(page);
        organisations = organised.isEmpty() ? organisations : organised;
        List<String> seen = shown.find(page);
        List<String> people = people(page, seen);
        if (people.isEmpty()) {
            people = people(page, shown.atEnd(page));
        }
        boolean nobody =
                page.people(organisations).isEmpty() && page.people(seen).isEmpty();
        if (people.isEmpty() && nobody) {
            people = people(page, shown.unsigned(page));
        }
        if (people.isEmpty() && nobody) {
            people = people(page, scripted(page));
        }
        if (!people.isEmpty()) {
            return people;
        }
        return organisations.isEmpty() ? seen : organisations;
    }

    private List<String> people(Page page, List<String> found) {
        return page.people(found).stream()
                .filter(name -> !names.isOrganisation(name))
                .toList();
    }

    /** Whether the line names all that are declared and others beside them, each with two names at least. */
    private static boolean adds(List<String> signed, List<String> declared) {
        return signed.size() > declared.size()
                && signed.containsAll(declared)
                && signed.stream().allMatch(name -> declared.contains(name) || name.indexOf(' ') > 0);
    }

    /** What the page declares, a list for each way of declaring that it uses. */
    private static List<List<String>> statements(Page page) {
        List<List<String>> statements = new ArrayList<>();
        statements.add(page.structured().authors().stream()
                .filter(author -> !author.organisation())
                .map(StructuredArticle.Author::name)
                .toList());
        for (String meta : METAS) {
            List<String> values = page.facts().all(meta);
            if (!values.isEmpty()) {
                boolean familyFirst = meta.startsWith("citation") || meta.startsWith("dc");
                statements.add(
                        familyFirst ? values.stream().map(BylineFinder::turned).toList() : values);
            }
        }
        statements.add(labelled(page.facts()));
        return statements;
    }

    private List<String> organised(Page page) {
        return all(page.structured().authors().stream()
                .filter(StructuredArticle.Author::organisation)
                .map(StructuredArticle.Author::name)
                .toList());
    }

    /** {@code twitter:label1} says what {@code twitter:data1} is. */
    private static List<String> labelled(PageFacts facts) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            String label = Phrases.normalized(facts.meta("twitter:label" + i));
            if (LABELS.contains(label)) {
                values.add(facts.meta("twitter:data" + i));
            }
        }
        return values;
    }

    /** Librarians put the family name first: {@code Roy, Anita} is {@code Anita Roy}. */
    private static String turned(String name) {
        int comma = name.indexOf(',');
        boolean one = comma > 0 && name.indexOf(',', comma + 1) < 0 && name.indexOf(';') < 0;
        return one
                ? name.substring(comma + 1).strip() + " "
                        + name.substring(0, comma).strip()
                : name;
    }

    /** Each statement names one author, except where builders put the whole byline into one. */
    private List<String> all(List<String> statements) {
        Set<String> all = new LinkedHashSet<>();
        statements.forEach(statement -> all.addAll(names.names(statement)));
        return List.copyOf(all);
    }

    /** What the page reports about itself to counters; often an account and not a name. */
    private List<String> scripted(Page page) {
        for (String value : ScriptValues.of(page.facts().scripts(), SCRIPT_KEYS, SCRIPT_KEY_PARTS)) {
            List<String> people = names.names(value).stream()
                    .filter(name -> names.looksLikePerson(name) && Character.isUpperCase(name.charAt(0)))
                    .toList();
            if (!people.isEmpty()) {
                return people;
            }
        }
        return List.of();
    }
}
