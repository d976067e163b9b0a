package io.vigie.ingest.scrape;

import java.util.List;
import java.util.Locale;

/** Where sites keep what they tell of their authors, told from the address. */
final class AuthorPages {

    private static final List<String> FOLDERS = List.of(
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

    private AuthorPages() {}

    /** Whether a link leads to an author's page. Example: {@code /authors/anita-roy}. */
    static boolean has(String href) {
        String lower = href.toLowerCase(Locale.ROOT);
        return FOLDERS.stream().anyMatch(lower::contains);
    }
}
