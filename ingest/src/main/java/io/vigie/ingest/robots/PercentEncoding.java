package io.vigie.ingest.robots;

import java.nio.charset.StandardCharsets;

/**
 * The form in which patterns and addresses are compared (RFC 9309, 2.2.2): octets outside ASCII and characters that no
 * address may have are percent-encoded, unreserved ones are not, and hex digits are capitals. Reserved characters stay as
 * they were written, since {@code /} and {@code %2F} differ.
 */
final class PercentEncoding {

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String RESERVED = ":/?#[]@!&'()+,;=";

    private PercentEncoding() {}

    /**
     * Normalises octets, each one a character from 0 to 255.
     *
     * @param special characters that mean something and are left alone; without it {@code *} becomes {@code %2A}
     */
    static String normalised(String octets, String special) {
        StringBuilder normal = new StringBuilder(octets.length() + 16);
        for (int i = 0; i < octets.length(); i++) {
            char c = octets.charAt(i);
            int escaped = c == '%' ? escaped(octets, i) : -1;
            if (escaped >= 0) {
                append(normal, escaped, isUnreserved(escaped));
                i += 2;
            } else {
                append(normal, c, isUnreserved(c) || RESERVED.indexOf(c) >= 0 || special.indexOf(c) >= 0);
            }
        }
        return normal.toString();
    }

    /** The octets of text in UTF-8. */
    static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static void append(StringBuilder normal, int octet, boolean plain) {
        if (plain) {
            normal.append((char) octet);
        } else {
            normal.append('%').append(hex(octet >> 4)).append(hex(octet & 0xf));
        }
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }

    private static int escaped(String octets, int at) {
        if (at + 2 >= octets.length()) {
            return -1;
        }
        int high = Character.digit(octets.charAt(at + 1), 16);
        int low = Character.digit(octets.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static boolean isUnreserved(int octet) {
        return (octet >= '0' && octet <= '9')
                || (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || UNRESERVED_MARKS.indexOf(octet) >= 0;
    }
}
