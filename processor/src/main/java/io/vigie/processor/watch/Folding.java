package io.vigie.processor.watch;

import com.ibm.icu.text.Normalizer2;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Makes words comparable: Unicode NFKC with case folding (UAX #15, {@code nfkc_cf}), then Latin letters without
 * diacritics. Letters of other scripts keep theirs: й is not и.
 */
final class Folding {

    private static final Normalizer2 NFKC_CF = Normalizer2.getNFKCCasefoldInstance();
    private static final int LONGEST_FOLDED_LETTER = 4;

    private Folding() {}

    static String fold(String word) {
        char[] normal = NFKC_CF.normalize(word).toCharArray();
        char[] folded = new char[normal.length * LONGEST_FOLDED_LETTER];
        return new String(folded, 0, ASCIIFoldingFilter.foldToASCII(normal, 0, folded, 0, normal.length));
    }
}
