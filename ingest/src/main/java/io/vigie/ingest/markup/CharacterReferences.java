package io.vigie.ingest.markup;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * What stands between {@code &} and {@code ;}: numbers, the named characters of HTML (feeds use them without declaring
 * them) and the plain-text entities that the document itself declares.
 */
public final class CharacterReferences {

    /** 0x80 to 0x9F, which HTML reads as windows-1252 because that is what was meant. */
    private static final String WINDOWS_1252 = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160"
            + "\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a"
            + "\u0153\u009d\u017e\u0178";

    private static final CharacterReferences HTML = new CharacterReferences(Map.of());

    /** With a semicolon, or without one where nothing else can be meant. */
    private static final Pattern IN_TEXT = Pattern.compile(
            "&(?:(#\\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);|(#\\d+|amp|lt|gt|quot|nbsp)(?![A-Za-z0-9;]))");

    private final Map<String, String> declared;

    CharacterReferences(Map<String, String> declared) {
        this.declared = Map.copyOf(declared);
    }

    /**
     * Text in which the references of HTML are resolved, once. What refers to nothing stays: {@code R&D}, {@code &nothing;}.
     */
    public static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return IN_TEXT.matcher(text).replaceAll(reference -> {
            String body = reference.group(1) == null ? reference.group(2) : reference.group(1);
            String resolved = HTML.resolve(body);
            return Matcher.quoteReplacement(resolved == null ? reference.group() : resolved);
        });
    }

    /**
     * What a reference stands for.
     *
     * @param body of the reference, for example {@code #x20ac} or {@code nbsp}
     * @return {@code null} when it stands for nothing, and so stays as written
     */
    @Nullable
    String resolve(String body) {
        if (body.startsWith("#")) {
            return number(body);
        }
        String own = declared.get(body);
        if (own != null) {
            return own;
        }
        String named = Entities.getByName(body);
        if (named.isEmpty()) {
            named = Entities.getByName(body.toLowerCase(Locale.ROOT));
        }
        return named.isEmpty() ? null : named;
    }

    private static @Nullable String number(String body) {
        boolean hex = body.length() > 1 && (body.charAt(1) == 'x' || body.charAt(1) == 'X');
        int codePoint;
        try {
            codePoint =
                    hex ? Integer.parseInt(body, 2, body.length(), 16) : Integer.parseInt(body, 1, body.length(), 10);
        } catch (NumberFormatException e) {
            return null;
        }
        if (codePoint >= 0x80 && codePoint < 0xa0) {
            return String.valueOf(WINDOWS_1252.charAt(codePoint - 0x80));
        }
        boolean text = Character.isValidCodePoint(codePoint)
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                && (codePoint >= ' ' || codePoint == '\t' || codePoint == '\n' || codePoint == '\r');
        return text ? Character.toString(codePoint) : "";
    }
}
