package io.vigie.ingest.discover;

import io.vigie.ingest.markup.CharacterReferences;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Tag;

/** Titles as plain text in one line, whatever they were wrapped in. */
final class PlainText {

    private static final int LONGEST = 4096;

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)(\\s[^<>]*)?(/?)>");

    private PlainText() {}

    /** Text that is meant as it stands: {@code a < b} stays so. */
    static String literal(String text) {
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : cut(line);
    }

    /** Text that should have no references left, but was escaped once too often. */
    static String unescaped(String text) {
        return literal(CharacterReferences.unescape(text));
    }

    /** HTML, references resolved and tags taken out: {@code <b>Breaking</b> news} is {@code Breaking news}. */
    static String ofHtml(String html) {
        return html.indexOf('<') < 0
                ? unescaped(html)
                : literal(Jsoup.parseBodyFragment(html).text());
    }

    /**
     * Text or HTML, the document does not say which, as in RSS. It is HTML when every tag in it is one of HTML's and one
     * of them closes something: {@code The <b> tag} stays as it is, {@code <b>Breaking</b>} does not.
     */
    static String ofEither(String text) {
        return looksLikeHtml(text) ? ofHtml(text) : unescaped(text);
    }

    private static boolean looksLikeHtml(String text) {
        boolean closes = false;
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            if (!Tag.isKnownTag(tag.group(2))) {
                return false;
            }
            closes |= !tag.group(1).isEmpty()
                    || !tag.group(4).isEmpty()
                    || Tag.valueOf(tag.group(2)).isEmpty();
        }
        return closes;
    }

    private static String cut(String line) {
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end);
    }
}
