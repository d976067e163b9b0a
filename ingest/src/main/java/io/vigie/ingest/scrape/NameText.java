package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the names out of a byline: {@code "Par Jeanne Martel et Paul Ozanne, correspondants"} gives {@code Jeanne
 * Martel} and {@code Paul Ozanne}.
 */
final class NameText {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_BYLINE = 400;
    private static final int MOST_WORDS = 6;
    private static final int MOST_NAMES = 24;

    private static final List<String> LEADS = List.of(
            "written by",
            "reported by",
            "posted by",
            "published by",
            "edited by",
            "reviewed by",
            "story by",
            "text by",
            "words by",
            "report by",
            "analysis by",
            "by",
            "par",
            "propos recueillis par",
            "von",
            "por",
            "di",
            "da",
            "door",
            "af",
            "av",
            "od",
            "autor",
            "autorka",
            "author",
            "authors",
            "auteur",
            "auteurs",
            "autore",
            "autores",
            "autora",
            "redaktion",
            "text",
            "texte",
            "texto",
            "testo",
            "автор",
            "текст",
            "文",
            "作者",
            "記者",
            "记者",
            "撰文",
            "執筆",
            "기자",
            "写真・文",
            "取材・文",
            "napisał",
            "napisała",
            "szerző",
            "skribent",
            "verfasst von",
            "ein bericht von",
            "tekst",
            "yazan");

    private static final List<String> LEADS_INSIDE =
            List.of("作者：", "作者:", "记者：", "記者：", "文：", " By ", " by: ", " Autor: ", " Автор: ");

    /** Degrees, set off by commas like names. */
    private static final Set<String> TITLES = Set.of(
            "md", "m.d.", "phd", "ph.d.", "ph.d", "rn", "jr", "jr.", "sr", "sr.", "mba", "cpa", "cfp", "cfp®", "esq",
            "esq.", "rd", "rdn", "ms", "m.s.", "mph", "dpt", "lcsw", "facs", "ma", "m.a.", "ba", "bsc", "msc", "do",
            "np", "pharmd", "ld", "cscs", "cpt");

    private static final Set<String> NOT_NAMES = Set.of(
            "updated",
            "published",
            "follow",
            "follow author",
            "n/a",
            "none",
            "null",
            "undefined",
            "unknown",
            "view all posts",
            "more",
            "email",
            "twitter",
            "bio",
            "admin",
            "administrator",
            "by",
            "author",
            "authors",
            "written by",
            "about the author",
            "share",
            "facebook",
            "linkedin",
            "instagram",
            "print",
            "read more",
            "see all",
            "guest",
            "staff",
            "and",
            "others",
            "via",
            "website",
            "view profile",
            "full bio",
            "webmaster",
            "et al",
            "et al.",
            "editor",
            "user",
            "root",
            "super user");

    private static final Set<String> ROLES = Set.of(
            "writer",
            "reporter",
            "editor",
            "correspondent",
            "journalist",
            "contributor",
            "columnist",
            "producer",
            "blogger",
            "anchor",
            "photographer",
            "journaliste",
            "correspondant",
            "correspondante",
            "redakteur",
            "redakteurin",
            "korrespondent",
            "korrespondentin",
            "redactor",
            "redactora",
            "corresponsal",
            "redaktor",
            "redaktorka",
            "journalists",
            "reporters",
            "writers",
            "editors",
            "correspondents",
            "correspondants",
            "bureau",
            "chief",
            "author",
            "director",
            "manager",
            "strategist",
            "specialist",
            "analyst",
            "founder",
            "ceo",
            "officer",
            "president",
            "host",
            "fellow");

    private static final Set<String> RANKS = Set.of(
            "contributing",
            "staff",
            "senior",
            "associate",
            "assistant",
            "managing",
            "deputy",
            "chief",
            "executive",
            "freelance",
            "guest",
            "special",
            "political",
            "business",
            "science",
            "technology",
            "national",
            "foreign",
            "diplomatic",
            "security",
            "defense",
            "defence",
            "news",
            "features",
            "health",
            "sports",
            "education",
            "editorial",
            "general",
            "global",
            "world",
            "international",
            "europe",
            "asia",
            "the",
            "in",
            "our",
            "content",
            "marketing",
            "digital",
            "vice",
            "environment",
            "economics",
            "media",
            "culture",
            "lead",
            "principal",
            "research",
            "policy",
            "&",
            "and",
            "of",
            "notre",
            "unser");

    private static final Set<String> STOPS = Set.of(
            "updated",
            "published",
            "posted",
            "on",
            "in",
            "at",
            "for",
            "from",
            "last",
            "publié",
            "publiée",
            "mis",
            "le",
            "am",
            "um",
            "aktualisiert",
            "veröffentlicht",
            "actualizado",
            "publicado",
            "aggiornato",
            "pubblicato",
            "min",
            "read",
            "follow",
            "share",
            "reporting",
            "is",
            "was",
            "has",
            "who",
            "writes",
            "|",
            "•",
            "·",
            "—",
            "–",
            "-",
            "//",
            "@",
            "avatar",
            "email");

    private static final List<String> JOINTS = List.of(
            " and ", " & ", " et ", " und ", " y ", " e ", " en ", " i ", " og ", " och ", " та ", " і ", " и ",
            " with ", " avec ", " mit ", " con ");

    private static final Set<String> PARTICLES = Set.of(
            "de", "van", "der", "den", "von", "zu", "bin", "ibn", "al", "el", "la", "le", "du", "des", "di", "da",
            "dos", "do", "del", "della", "ter", "ten", "af", "av", "y", "e", "st", "bint", "ben", "mac", "dr", "dr.",
            "prof.", "sir", "of");

    private NameText() {}

    /** Names of a text that is known to be a byline: a meta, an element marked as author. */
    static List<String> names(String byline) {
        Set<String> names = new LinkedHashSet<>();
        if (byline.length() > LONGEST_BYLINE || byline.contains("://") || byline.startsWith("www.")) {
            return List.of();
        }
        for (String part : parts(withoutLead(tidy(byline)))) {
            String name = trimmed(withoutLead(part.strip()));
            if (isName(name) && names.size() < MOST_NAMES) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** Names of a line of the page that may be a byline: it must begin like one and go on like names. */
    static List<String> namesOfLine(String line) {
        String tidy = tidy(line);
        String rest = withoutLead(tidy);
        if (rest.length() == tidy.length()) {
            rest = afterLeadInside(tidy);
        }
        if (rest.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(names(rest));
        names.removeIf(name -> !looksLikePerson(name));
        return names;
    }

    /** Whether the line is nothing but "Written by" or the like, so that the name stands on the next. */
    static boolean isLead(String line) {
        return withoutLead(tidy(line)).isEmpty();
    }

    /** "Source: Gazette 作者：李明" and "Headline By Tom Carter": leads that cannot be mistaken inside a line either. */
    private static String afterLeadInside(String line) {
        for (String lead : LEADS_INSIDE) {
            int at = line.indexOf(lead);
            if (at > 0) {
                String rest = line.substring(at + lead.length()).strip();
                int blank = rest.indexOf(' ');
                return lead.charAt(0) >= '\u2e80' && blank > 0 ? rest.substring(0, blank) : rest;
            }
        }
        return "";
    }

    /** One to six capitalised words, or a short word of a script without capitals. */
    static boolean looksLikePerson(String name) {
        int words = 0;
        if (name.indexOf(' ') < 0 && isAccount(name)) {
            return true;
        }
        for (String word : name.split(" ", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            char first = word.charAt(0);
            boolean noCase =
                    Character.isLetter(first) && !Character.isUpperCase(first) && !Character.isLowerCase(first);
            if (!Character.isUpperCase(first) && !noCase && !PARTICLES.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
            words++;
        }
        return words > 0
                && words <= MOST_WORDS
                && name.indexOf('?') < 0
                && name.indexOf('!') < 0
                && name.indexOf(':') < 0;
    }

    /** A name chosen for a screen: one word, at least five letters, digits or dots, all small. */
    private static boolean isAccount(String name) {
        return name.length() > 4 && name.chars().allMatch(c -> Character.isLowerCase(c) || c == '.' || c == '_');
    }

    private static String tidy(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (c != '\u200b' && c != '\ufeff') {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    private static String withoutLead(String text) {
        String name = text;
        boolean again = true;
        while (again) {
            again = false;
            String lower = name.toLowerCase(Locale.ROOT);
            for (String lead : LEADS) {
                if (lower.startsWith(lead) && endsLead(name, lead.length())) {
                    int from = lead.length();
                    while (from < name.length() && " :：/／\u3000■◆●".indexOf(name.charAt(from)) >= 0) {
                        from++;
                    }
                    name = name.substring(from);
                    again = !name.isEmpty();
                    break;
                }
            }
        }
        return name;
    }

    /** A lead is followed by a blank and a capital, by a colon, or by a sign of its own script. */
    private static boolean endsLead(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        if (c == ':' || c == '：' || c == '/' || c == '／' || (text.charAt(at - 1) >= '\u2e80' && c == '\u3000')) {
            return true;
        }
        return c == ' ' && at + 1 < text.length() && !Character.isLowerCase(text.charAt(at + 1))
                || c == ' ' && text.charAt(0) == 'b';
    }

    private static List<String> parts(String byline) {
        List<String> parts = new ArrayList<>();
        String text = byline;
        for (String joint : JOINTS) {
            int at = text.indexOf(joint);
            while (at > 0) {
                if (wordsBefore(text, at) > 1 && wordsAfter(text, at + joint.length()) > 1) {
                    text = text.substring(0, at) + ", " + text.substring(at + joint.length());
                }
                at = text.indexOf(joint, at + 1);
            }
        }
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (",;|、•·，；/／(（)）".indexOf(c) >= 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    private static int wordsBefore(String text, int at) {
        int from = Math.max(text.lastIndexOf(',', at), text.lastIndexOf(';', at)) + 1;
        return text.substring(from, at).strip().split(" ", -1).length;
    }

    private static int wordsAfter(String text, int at) {
        int comma = text.indexOf(',', at);
        return text.substring(at, comma < 0 ? text.length() : comma).strip().split(" ", -1).length;
    }

    /** The words up to a date, a place or a remark, without the trade at the end. */
    private static String trimmed(String part) {
        List<String> words = new ArrayList<>();
        for (String word : part.split(" ", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            boolean stop = STOPS.contains(lower) || hasDigits(word);
            if (stop && !words.isEmpty()) {
                break;
            }
            if (!stop && !word.isEmpty()) {
                words.add(word);
            }
        }
        int end = words.size();
        if (end > 1 && ROLES.contains(words.get(end - 1).toLowerCase(Locale.ROOT))) {
            end--;
            while (end > 0 && RANKS.contains(words.get(end - 1).toLowerCase(Locale.ROOT))) {
                end--;
            }
        }
        String name = String.join(" ", words.subList(0, end));
        while (!name.isEmpty() && ",:-–—*\"“”".indexOf(name.charAt(name.length() - 1)) >= 0) {
            name = name.substring(0, name.length() - 1).strip();
        }
        if (name.endsWith(".") && name.indexOf('.') == name.length() - 1 && name.length() > 5 && !name.endsWith("r.")) {
            name = name.substring(0, name.length() - 1);
        }
        return name;
    }

    private static boolean hasDigits(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.length() < 2 || name.length() > LONGEST_NAME || NOT_NAMES.contains(lower) || TITLES.contains(lower)) {
            return false;
        }
        return !ROLES.contains(lower) && name.indexOf('@') < 0 && name.indexOf('{') < 0 && name.indexOf('<') < 0;
    }
}
