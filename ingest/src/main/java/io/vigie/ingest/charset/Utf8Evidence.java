package io.vigie.ingest.charset;

/**
 * How much a run of bytes looks like UTF-8. Text of another charset is hardly ever valid UTF-8 by chance, so a handful
 * of valid sequences says more than any declaration.
 *
 * @param valid well-formed sequences of two to four bytes
 * @param invalid bytes from 0x80 on that belong to none
 */
record Utf8Evidence(int valid, int invalid) {

    static Utf8Evidence in(byte[] bytes, int length) {
        int valid = 0;
        int invalid = 0;
        int i = 0;
        while (i < length) {
            int width = width(bytes[i] & 0xff);
            if (width == 1) {
                i++;
            } else if (width > 1 && i + width > length) {
                break; // cut by the end of the sample
            } else if (width > 1 && continued(bytes, i, width)) {
                valid++;
                i += width;
            } else {
                invalid++;
                i++;
            }
        }
        return new Utf8Evidence(valid, invalid);
    }

    boolean ascii() {
        return valid == 0 && invalid == 0;
    }

    boolean flawless() {
        return invalid == 0;
    }

    /** UTF-8 with a stray byte here and there. */
    boolean mostly() {
        return valid > invalid;
    }

    private static int width(int lead) {
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xc2 || lead > 0xf4) {
            return 0;
        }
        return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    }

    private static boolean continued(byte[] bytes, int at, int width) {
        for (int i = 1; i < width; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
