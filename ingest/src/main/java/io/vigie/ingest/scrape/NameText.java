package io.vigie.ingest.scrape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the names out of a byline: {@code "Par Jeanne Martel et Paul Ozanne, correspondants"} gives {@code Jeanne
 * Martel} and {@code Paul Ozanne}. What stands behind people ("…, BBC News") is whom they write for, not a name of the
 * byline; an organisation that signs alone is one name, whatever words join its parts.
 */
final class NameText {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_BYLINE = 400;
    private static final int MOST_WORDS = 6;
    private static final int MOST_NAMES = 24;
    private static final String SEPARATORS = ",;|、•·●⋅∙，；/／(（)）";
    private static final String LOOSE_ENDS = ",:-–—*\"“”";

    private final BylineWords words;
    private final Lead lead;

    NameText(BylineWords words) {
        this.words = words;
        lead = new Lead(words);
    }

    /** Names of a text that is known to be a byline: a meta, an element marked as author. */
    List<String> names(String byline) {
        if (byline.length() > LONGEST_BYLINE || byline.contains("://") || byline.startsWith("www.")) {
            return List.of();
        }
        List<String> unparted = EastAsianByline.names(byline);
        if (!unparted.isEmpty()) {
            return unparted;
        }
        Set<String> people = new LinkedHashSet<>();
        Set<String> organisations = new LinkedHashSet<>();
        String tidy = tidy(byline);
        String told = lead.restAfterInside(tidy);
        for (String part : parts(lead.cutFrom(told.isEmpty() ? tidy : told))) {
            String text = lead.cutFrom(part.strip());
            boolean organisation = words.namesOrganisation(text);
            String name = organisation ? withoutLooseEnds(text) : trimmed(text);
            if (isName(name)) {
                (organisation ? organisations : people).add(name);
            }
        }
        return (people.isEmpty() ? organisations : people)
                .stream().limit(MOST_NAMES).toList();
    }

    /**
     * Names of a line of the page that may be a byline: it must begin like one and go on like names. What stands behind a
     * bar is about the article: its section, its date.
     */
    List<String> namesOfLine(String line) {
        String tidy = tidy(line);
        List<String> unparted = EastAsianByline.names(tidy);
        if (!unparted.isEmpty()) {
            return unparted;
        }
        String rest = lead.cutFrom(tidy);
        if (rest.length() == tidy.length()) {
            rest = lead.restAfterInside(tidy);
        }
        int bar = rest.indexOf('|');
        String signed = bar > 0 && !rest.substring(0, bar).isBlank() ? rest.substring(0, bar) : rest;
        return signed.isEmpty()
                ? List.of()
                : names(signed).stream().filter(this::looksLikePerson).toList();
    }

    /** Whether a line may name who signed; cheap, and true of many that do not. */
    boolean mayBeByline(String line) {
        return lead.isIn(line) || !EastAsianByline.names(line).isEmpty();
    }

    /** Whether the line is nothing but "Written by" or the like, so that the name stands on the next. */
    boolean isLead(String line) {
        return lead.cutFrom(tidy(line)).isEmpty();
    }

    /** Whether the name is that of an office, an agency or a team, and cannot be a person's. */
    boolean isOrganisation(String name) {
        return words.namesOrganisation(name) && name.split(" ", -1).length <= MOST_WORDS;
    }

    /** One to six capitalised words, or a short word of a script without capitals. */
    boolean looksLikePerson(String name) {
        if (name.indexOf(' ') < 0 && isAccount(name)) {
            return true;
        }
        int count = 0;
        for (String word : name.split(" ", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            char first = word.charAt(0);
            boolean noCase = Character.isLetter(first)
                    && (Character.toUpperCase(first) == first || Character.toTitleCase(first) == first)
                    && !Character.isUpperCase(first);
            if (!Character.isUpperCase(first)
                    && !noCase
                    && !words.particles().contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
            count++;
        }
        return count > 0
                && count <= MOST_WORDS
                && name.indexOf('?') < 0
                && name.indexOf('!') < 0
                && name.indexOf(':') < 0;
    }

    /** Two to four capitalised words and nothing else, none of them a word of organisations. */
    boolean isFullName(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length < 2 || parts.length > 4 || !looksLikePerson(text) || isOrganisation(text)) {
            return false;
        }
        for (String part : parts) {
            boolean letters = part.chars().allMatch(c -> isLetterOrVowel(c) || ".-'’".indexOf(c) >= 0);
            boolean shouted = part.length() > 2 && part.chars().noneMatch(Character::isLowerCase);
            if (!letters || shouted) {
                return false;
            }
        }
        return true;
    }

    /** The vowels of Indian scripts are marks on their consonants. */
    private static boolean isLetterOrVowel(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
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

    private List<String> parts(String byline) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= byline.length(); i++) {
            if (i == byline.length() || SEPARATORS.indexOf(byline.charAt(i)) >= 0) {
                String part = byline.substring(from, i).strip();
                if (words.namesOrganisation(part)) {
                    parts.add(part);
                } else if (from == 0 || !namesTrade(part)) {
                    addJoined(part, parts);
                }
                from = i + 1;
            }
        }
        return parts;
    }

    /** What stands behind a name and says what its bearer does: "head of research and development". */
    private boolean namesTrade(String part) {
        for (String word : part.toLowerCase(Locale.ROOT).split(" ", -1)) {
            if (words.roles().contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** "Mary Ann Jones and John Smith" is two names; "Mac & Sons" is one. */
    private void addJoined(String text, List<String> parts) {
        for (String joint : words.joints()) {
            for (int at = text.indexOf(joint); at > 0; at = text.indexOf(joint, at + 1)) {
                String left = text.substring(0, at).strip();
                String right = text.substring(at + joint.length()).strip();
                if (left.indexOf(' ') > 0 && right.indexOf(' ') > 0) {
                    addJoined(left, parts);
                    addJoined(right, parts);
                    return;
                }
            }
        }
        String rest = text;
        for (String joint : words.joints()) {
            rest = rest.startsWith(joint.substring(1)) ? rest.substring(joint.length() - 1) : rest;
        }
        parts.add(rest);
    }

    /** The words up to a date, a place or a remark, without the trade at the end. */
    private String trimmed(String part) {
        List<String> kept = new ArrayList<>();
        if (!part.isEmpty() && Character.isDigit(part.charAt(0))) {
            return "";
        }
        for (String word : part.split(" ", -1)) {
            boolean stop = words.stops().contains(word.toLowerCase(Locale.ROOT)) || hasDigits(word);
            if (stop && !kept.isEmpty()) {
                break;
            }
            if (!stop && !word.isEmpty()) {
                kept.add(word);
            }
        }
        int end = kept.size();
        boolean office = end > 0 && "the".equalsIgnoreCase(kept.get(0));
        if (end > 1 && !office && words.roles().contains(kept.get(end - 1).toLowerCase(Locale.ROOT))) {
            end--;
            while (end > 0 && words.ranks().contains(kept.get(end - 1).toLowerCase(Locale.ROOT))) {
                end--;
            }
        }
        return withoutLooseEnds(String.join(" ", kept.subList(0, end)));
    }

    private static String withoutLooseEnds(String text) {
        String name = text;
        while (!name.isEmpty() && LOOSE_ENDS.indexOf(name.charAt(name.length() - 1)) >= 0) {
            name = name.substring(0, name.length() - 1).strip();
        }
        boolean sentence = name.endsWith(".") && name.indexOf('.') == name.length() - 1;
        return sentence && name.length() > 5 && !name.endsWith("r.") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean hasDigits(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private boolean isName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean possible = name.length() > 1 && name.length() <= LONGEST_NAME;
        return possible
                && !words.none().contains(lower)
                && !words.titles().contains(lower)
                && !words.roles().contains(lower)
                && name.indexOf('@') < 0
                && name.indexOf('{') < 0
                && name.indexOf('<') < 0;
    }
}
