package io.vigie.ingest.charset;

import java.nio.charset.Charset;

/**
 * Recognises Thai in one byte a letter (TIS-620 and its superset windows-874), which ICU does not. Thai vowels and tones
 * are marks above or below a consonant: hardly any other bytes happen to keep that order.
 */
final class ThaiBytes {

    static final Charset WINDOWS_874 = Charset.forName("x-windows-874");

    private static final int FEWEST = 20;
    private static final double NEARLY_ALL = 0.96;
    private static final double FEWEST_MARKS = 0.15;
    private static final double MOST_RARE = 0.03;

    private ThaiBytes() {}

    static boolean are(byte[] document, int length) {
        int high = 0;
        int letters = 0;
        int marks = 0;
        int placed = 0;
        int rare = 0;
        int previous = 0;
        for (int i = 0; i < length; i++) {
            int b = document[i] & 0xff;
            if (b >= 0x80) {
                high++;
                letters += isLetter(b) ? 1 : 0;
                rare += isRare(b) ? 1 : 0;
                if (isMark(b) || isVowelBehind(b)) {
                    marks++;
                    placed += isConsonant(previous) || isMark(previous) ? 1 : 0;
                }
            }
            previous = b;
        }
        return high >= FEWEST
                && letters >= high * NEARLY_ALL
                && marks >= high * FEWEST_MARKS
                && rare <= high * MOST_RARE
                && placed >= marks * NEARLY_ALL;
    }

    private static boolean isLetter(int b) {
        return (b >= 0xa1 && b <= 0xda) || (b >= 0xdf && b <= 0xfb) || b == 0xa0 || (b >= 0x91 && b <= 0x97);
    }

    /** Figures, the sign of the baht and marks of ornament. */
    private static boolean isRare(int b) {
        return b == 0xdf || b == 0xe5 || b == 0xe6 || b >= 0xef;
    }

    private static boolean isVowelBehind(int b) {
        return b == 0xd0 || b == 0xd2 || b == 0xd3;
    }

    private static boolean isConsonant(int b) {
        return b >= 0xa1 && b <= 0xce;
    }

    private static boolean isMark(int b) {
        return b == 0xd1 || (b >= 0xd4 && b <= 0xda) || (b >= 0xe7 && b <= 0xee);
    }
}
