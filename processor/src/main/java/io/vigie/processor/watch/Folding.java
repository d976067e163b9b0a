package io.vigie.processor.watch;

import com.ibm.icu.text.Normalizer2;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Makes words comparable: Unicode NFKC with case folding (UAX #15, {@code nfkc_cf}), then Latin letters without
 * diacritics. Letters of other scripts keep theirs: й is not и.
 */
final class Folding {

    /** A folded word is at most so many times as long as the word. */
    static final int LONGEST = 18;

    private static final Normalizer2 NFKC_CF = Normalizer2.getNFKCCasefoldInstance();

    private Folding() {}

    static String fold(String word) {
        char[] folded = new char[word.length() * LONGEST];
        return new String(folded, 0, fold(word.toCharArray(), word.length(), folded));
    }

    /** Folds into {@code folded}, which has room for {@value #LONGEST} times the length, and gives the new length. */
    static int fold(char[] word, int length, char[] folded) {
        for (int i = 0; i < length; i++) {
            char c = word[i];
            if (c >= 0x80) {
                return foldUnicode(new String(word, 0, length), folded);
            }
            folded[i] = c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        return length;
    }

    private static int foldUnicode(String word, char[] folded) {
        char[] normal = NFKC_CF.normalize(word).toCharArray();
        int length = Math.min(normal.length, folded.length / 4);
        return ASCIIFoldingFilter.foldToASCII(normal, 0, folded, 0, length);
    }
}
