package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who signed: from JSON-LD, from meta, from what the page marks as its author, in this order. */
final class BylineFinder {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_BYLINE = 200;
    private static final int MOST_NAMES = 24;

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
        "itemprop:author"
    };

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
            "by",
            "par",
            "von",
            "por",
            "di",
            "da",
            "de",
            "door",
            "af",
            "av",
            "od",
            "autor:",
            "autorka:",
            "author:",
            "authors:",
            "auteur:",
            "autore:",
            "auteurs:",
            "redaktion:",
            "text:",
            "автор:",
            "автор",
            "文/",
            "文:",
            "文：",
            "作者:",
            "作者：",
            "記者",
            "记者",
            "撰文/",
            "撰文：",
            "写真・文/",
            "czytaj",
            "napisał",
            "napisała",
            "szerző:",
            "skribent:");

    private static final Set<String> NOT_NAMES = Set.of(
            "md",
            "m.d.",
            "phd",
            "ph.d.",
            "rn",
            "jr",
            "jr.",
            "sr",
            "sr.",
            "mba",
            "cpa",
            "cfp",
            "esq",
            "esq.",
            "staff writer",
            "staff reporter",
            "reporter",
            "editor",
            "senior editor",
            "associate editor",
            "managing editor",
            "contributor",
            "guest contributor",
            "contributing writer",
            "senior writer",
            "senior reporter",
            "correspondent",
            "freelance writer",
            "journalist",
            "author",
            "authors",
            "updated",
            "published",
            "follow",
            "follow author",
            "n/a",
            "none",
            "null",
            "undefined",
            "unknown",
            "anonymous",
            "rédaction web",
            "view all posts",
            "more",
            "email",
            "twitter",
            "bio",
            "admin");

    private static final List<String> JOINTS = List.of(
            " and ", " & ", " et ", " und ", " y ", " e ", " en ", " i ", " og ", " och ", " та ", " і ", " и ",
            " with ", " avec ");

    List<String> find(PageFacts facts, StructuredArticle structured, Outline outline, int root) {
        List<String> names = names(structured.authors(), false);
        if (!names.isEmpty()) {
            return names;
        }
        for (String meta : METAS) {
            names = names(facts.all(meta), true);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return marked(outline, root);
    }

    private List<String> marked(Outline outline, int root) {
        int end = outline.ends[Math.min(root, outline.size - 1)];
        for (int e = 0; e < end; e++) {
            if (!saysAuthor(outline, e) || outline.endBlocks[e] < outline.firstBlocks[e]) {
                continue;
            }
            String text = textOf(outline, e);
            if (text.isEmpty() || text.length() > LONGEST_BYLINE) {
                continue;
            }
            List<String> names = names(List.of(text), true);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static boolean saysAuthor(Outline outline, int element) {
        if (Hint.BYLINE.in(outline.hints[element])
                && (outline.hints[element] & Hint.maskOf(Hint.COMMENT, Hint.BIOGRAPHY, Hint.HIDDEN, Hint.TEASER))
                        == 0) {
            return true;
        }
        return outline.roles[element] == Role.INLINE && "author".equals(outline.elements[element].attr("rel"));
    }

    /** Text of an element whether or not it makes a block of its own. */
    private static String textOf(Outline outline, int element) {
        String text = outline.roles[element].breaksText() ? outline.textOf(element) : outline.elements[element].text();
        return text.strip();
    }

    private static List<String> names(List<String> stated, boolean split) {
        Set<String> names = new LinkedHashSet<>();
        for (String one : stated) {
            for (String part : split ? parts(one) : List.of(one)) {
                String name = name(part);
                if (isName(name) && names.size() < MOST_NAMES) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    private static List<String> parts(String byline) {
        List<String> parts = new ArrayList<>();
        String text = byline.replace('\u00a0', ' ');
        for (String joint : JOINTS) {
            text = text.replace(joint, ", ");
        }
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c == ',' || c == ';' || c == '|' || c == '、' || c == '•' || c == '·' || c == '\n' || c == '，'
                    || c == '/') {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    private static String name(String part) {
        String name = part.replaceAll("\\s+", " ").strip();
        boolean again = true;
        while (again) {
            again = false;
            String lower = name.toLowerCase(Locale.ROOT);
            for (String lead : LEADS) {
                boolean word = Character.isLetter(lead.charAt(lead.length() - 1)) && lead.charAt(0) < '\u2e80';
                if (lower.startsWith(word ? lead + " " : lead) || (word && lower.startsWith(lead + ": "))) {
                    name = name.substring(lead.length()).strip();
                    name = name.startsWith(":") ? name.substring(1).strip() : name;
                    again = true;
                    break;
                }
            }
        }
        while (!name.isEmpty() && ".,:-–—".indexOf(name.charAt(name.length() - 1)) >= 0 && !name.endsWith("r.")) {
            name = name.substring(0, name.length() - 1).strip();
        }
        return name;
    }

    private static boolean isName(String name) {
        if (name.length() < 2 || name.length() > LONGEST_NAME || NOT_NAMES.contains(name.toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (name.contains("://") || name.contains("@") || name.startsWith("www.")) {
            return false;
        }
        int digits = 0;
        for (int i = 0; i < name.length(); i++) {
            if (Character.isDigit(name.charAt(i))) {
                digits++;
            }
        }
        return digits <= 1 || digits * 4 < name.length();
    }
}
