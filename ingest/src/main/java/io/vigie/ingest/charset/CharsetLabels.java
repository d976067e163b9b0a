package io.vigie.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Charset labels as documents write them. Where people say one charset and write its superset, the superset is taken,
 * as the WHATWG Encoding Standard does: {@code iso-8859-1} reads as windows-1252, {@code gb2312} as GB18030.
 */
final class CharsetLabels {

    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-mswin-936", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("big5", "Big5-HKSCS"));

    /** Labels that neither the JDK nor the patterns below know. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("8859-1", "iso-8859-1"),
            Map.entry("cp-1251", "windows-1251"),
            Map.entry("csucs4", "utf-32"),
            Map.entry("csunicode", "utf-16"),
            Map.entry("iso-10646-ucs-2", "utf-16"),
            Map.entry("iso-10646-ucs-4", "utf-32"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("koi8-ru", "koi8-u"),
            Map.entry("ks-c-5601-1987", "x-windows-949"),
            Map.entry("logical", "iso-8859-8"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac-cyrillic", "x-MacCyrillic"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("u8", "utf-8"),
            Map.entry("ucs-2", "utf-16"),
            Map.entry("ucs-4", "utf-32"),
            Map.entry("unicode", "utf-16"),
            Map.entry("utf", "utf-8"),
            Map.entry("utf-8-sig", "utf-8"),
            Map.entry("x-big5", "big5"),
            Map.entry("x-x-big5", "big5"),
            Map.entry("x-sjis", "windows-31j"));

    private static final Pattern CODE_PAGE = Pattern.compile("(?:cp|ibm|windows|win|dos)[-_]?(\\d{3,5})");
    private static final Pattern MAC = Pattern.compile("(?:x-)?mac[-_]?([a-z])([a-z]+)");

    private CharsetLabels() {}

    /** The charset to read with, or {@code null} for a label that means nothing here. */
    static @Nullable Charset find(String label) {
        if (label.equalsIgnoreCase("utf-8")) {
            return StandardCharsets.UTF_8; // nearly always
        }
        String name = label.strip().toLowerCase(Locale.ROOT).replaceAll("[\"'\\s]", "");
        for (String candidate : candidates(name)) {
            Charset charset = known(candidate);
            if (charset != null) {
                String superset = SUPERSETS.get(charset.name().toLowerCase(Locale.ROOT));
                Charset wider = superset == null ? null : known(superset);
                return wider == null ? charset : wider;
            }
        }
        return null;
    }

    private static List<String> candidates(String name) {
        String dashed = name.replace('_', '-');
        String alias = ALIASES.getOrDefault(dashed, dashed);
        Matcher page = CODE_PAGE.matcher(name);
        if (page.matches()) {
            String number = page.group(1);
            return List.of(name, "windows-" + number, "ibm" + number, "x-ibm" + number, "x-windows-" + number);
        }
        Matcher mac = MAC.matcher(name);
        if (mac.matches()) {
            return List.of(alias, "x-Mac" + mac.group(1).toUpperCase(Locale.ROOT) + mac.group(2));
        }
        return List.of(alias, name, "x-" + dashed);
    }

    private static @Nullable Charset known(String name) {
        try {
            return name.isEmpty() ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** Whether one character takes two or four bytes: such a declaration cannot be read in a byte-wide document. */
    static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16")
                || charset.name().startsWith("UTF-32")
                || charset.name().startsWith("X-UTF-32")
                || charset.name().startsWith("x-UTF-16");
    }

    /** Whether it is what servers and templates say of everything, so that saying it proves little. */
    static boolean isHabit(Charset charset) {
        return charset.name().equals("windows-1252");
    }
}
