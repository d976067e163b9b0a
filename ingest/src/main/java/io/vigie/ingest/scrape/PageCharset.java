package io.vigie.ingest.scrape;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which encoding a page is in: byte order mark, then the {@code Content-Type} header, then the page's own {@code
 * <meta>}, then what the bytes look like. Labels mean what the WHATWG Encoding Standard says they mean ({@code
 * iso-8859-1} is windows-1252, {@code gb2312} is gb18030). A declaration of UTF-8 that the bytes break, and
 * any other for bytes that can only be UTF-8, are passed over: both come from servers' defaults and from pages that were
 * stored again in another encoding.
 */
public final class PageCharset {

    /** The standard asks for 1,024; real pages put scripts before their meta. */
    private static final int META_WINDOW = 16 * 1024;

    private static final int DETECTION_WINDOW = 16 * 1024;
    private static final byte ESCAPE = 0x1B;
    private static final int SUREST_GUESS = 30;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset UTF_16 = StandardCharsets.UTF_16LE;

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"));

    private PageCharset() {}

    /**
     * The encoding of a page.
     *
     * @param page its bytes
     * @param contentType of the response, for example {@code text/html; charset=koi8-r}; absent when there was none
     */
    public static Charset of(byte[] page, @Nullable String contentType) {
        Charset marked = byteOrderMark(page);
        if (marked != null) {
            return marked;
        }
        Utf8 utf8 = Utf8.of(page);
        Charset header = contentType == null ? null : byLabel(parameter(contentType));
        if (header != null && isCredible(header, utf8)) {
            return header;
        }
        Charset meta = meta(page);
        if (meta != null && isCredible(meta, utf8)) {
            return meta;
        }
        if (utf8 == Utf8.ASCII && isIso2022(page)) {
            return Charset.forName("ISO-2022-JP");
        }
        if (utf8 != Utf8.BROKEN) {
            return StandardCharsets.UTF_8;
        }
        return guess(page, header != null ? header : meta);
    }

    private static boolean isCredible(Charset declared, Utf8 utf8) {
        if (declared.equals(StandardCharsets.UTF_8)) {
            return utf8 != Utf8.BROKEN;
        }
        return utf8 != Utf8.MULTIBYTE;
    }

    private static @Nullable Charset byteOrderMark(byte[] page) {
        if (page.length >= 3 && page[0] == (byte) 0xEF && page[1] == (byte) 0xBB && page[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (page.length >= 2 && page[0] == (byte) 0xFE && page[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return page.length >= 2 && page[0] == (byte) 0xFF && page[1] == (byte) 0xFE ? UTF_16 : null;
    }

    /** The value after {@code charset=}, in a header or in the content of a meta; absent when there is none. */
    private static @Nullable String parameter(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("charset");
        while (at >= 0) {
            int i = skipBlanks(lower, at + "charset".length());
            if (i < lower.length() && lower.charAt(i) == '=') {
                i = skipBlanks(lower, i + 1);
                while (i < lower.length() && (lower.charAt(i) == '"' || lower.charAt(i) == '\'')) {
                    i++;
                }
                int end = i;
                while (end < lower.length() && " \t\r\n\"';,/>".indexOf(lower.charAt(end)) < 0) {
                    end++;
                }
                return lower.substring(i, end);
            }
            at = lower.indexOf("charset", i);
        }
        return null;
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static @Nullable Charset byLabel(@Nullable String label) {
        if (label == null || label.isEmpty()) {
            return null;
        }
        try {
            return Charset.forName(LABELS.getOrDefault(label, label));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static @Nullable Charset meta(byte[] page) {
        int window = Math.min(page.length, META_WINDOW);
        if (window > 5 && page[0] == '<' && page[1] == '?') {
            String head = ascii(page, 0, Math.min(window, 200));
            int at = xmlEncoding(head);
            Charset declared = at < 0 ? null : byLabel(head.substring(at, endOfLabel(head, at)));
            if (declared != null) {
                return declared;
            }
        }
        for (int i = 0; i + 5 < window; i++) {
            if (page[i] == '<' && (page[i + 1] | 32) == 'm' && (page[i + 2] | 32) == 'e' && (page[i + 3] | 32) == 't') {
                int end = i;
                while (end < window && page[end] != '>') {
                    end++;
                }
                Charset declared = byLabel(parameter(ascii(page, i, end)));
                if (declared != null) {
                    // A page whose meta could be read byte by byte is not in UTF-16, whatever it says.
                    return declared.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : declared;
                }
                i = end;
            }
        }
        return null;
    }

    private static String ascii(byte[] page, int from, int to) {
        return new String(page, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static int xmlEncoding(String head) {
        int end = head.indexOf("?>");
        int at = head.indexOf("encoding=");
        return at > 0 && at < end ? at + "encoding=".length() + 1 : -1;
    }

    private static int endOfLabel(String text, int from) {
        int end = from;
        while (end < text.length() && "\"'?> ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Japanese in seven bits: looks like ASCII but for its escapes. */
    private static boolean isIso2022(byte[] page) {
        for (int i = 0; i + 1 < page.length; i++) {
            if (page[i] == ESCAPE && page[i + 1] == '$') {
                return true;
            }
        }
        return false;
    }

    private static Charset guess(byte[] page, @Nullable Charset declared) {
        byte[] sample = Arrays.copyOf(page, Math.min(page.length, DETECTION_WINDOW));
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(sample);
        CharsetMatch match = detector.detect();
        if (match != null && match.getConfidence() >= SUREST_GUESS) {
            Charset guessed = byLabel(match.getName().toLowerCase(Locale.ROOT));
            if (guessed != null) {
                return guessed;
            }
        }
        return Optional.ofNullable(declared).orElse(WINDOWS_1252);
    }

    /** What the bytes are, read as UTF-8. */
    private enum Utf8 {
        /** No byte above 127, or so few that they prove nothing. */
        ASCII,
        /** So many well-formed characters that the bytes cannot be anything else. */
        MULTIBYTE,
        /** More is wrong than a few stray bytes would explain. */
        BROKEN;

        private static final int PROOF = 12;

        private static final int MOST_STRAYS_IN_A_THOUSAND = 5;

        static Utf8 of(byte[] page) {
            int high = 0;
            int wrong = 0;
            int i = 0;
            while (i < page.length) {
                byte b = page[i];
                if (b >= 0) {
                    i++;
                    continue;
                }
                int length = (b & 0xE0) == 0xC0 ? 2 : (b & 0xF0) == 0xE0 ? 3 : (b & 0xF8) == 0xF0 ? 4 : 1;
                boolean whole = length > 1;
                for (int k = 1; k < length && whole; k++) {
                    // A page cut off in the middle of a character is not broken.
                    whole = i + k >= page.length || (page[i + k] & 0xC0) == 0x80;
                }
                high++;
                if (!whole) {
                    wrong++;
                }
                i += whole ? length : 1;
            }
            if (high == 0) {
                return ASCII;
            }
            if (wrong * 1000L > (long) high * MOST_STRAYS_IN_A_THOUSAND) {
                return BROKEN;
            }
            return high < PROOF ? ASCII : MULTIBYTE;
        }
    }

    /**
     * Decodes a page, putting U+FFFD for what its encoding does not have; the byte order mark is left out.
     *
     * @param page its bytes
     * @param contentType of the response; absent when there was none
     */
    static String decode(byte[] page, @Nullable String contentType) {
        if (byteOrderMark(page) == null) {
            Charset declared = declared(page, contentType);
            if (StandardCharsets.UTF_8.equals(declared)) {
                // Nearly every page: decoding is also the fastest proof.
                String text = new String(page, StandardCharsets.UTF_8);
                if (text.indexOf('\ufffd') < 0) {
                    return text;
                }
            }
        }
        Charset charset = of(page, contentType);
        int mark = byteOrderMark(page) == null ? 0 : charset.equals(StandardCharsets.UTF_8) ? 3 : 2;
        return new String(page, mark, page.length - mark, charset);
    }

    private static @Nullable Charset declared(byte[] page, @Nullable String contentType) {
        Charset header = contentType == null ? null : byLabel(parameter(contentType));
        return header == null ? meta(page) : header;
    }
}
