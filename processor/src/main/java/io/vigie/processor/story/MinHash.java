package io.vigie.processor.story;

import java.util.Arrays;
import java.util.List;

/**
 * Signature of a set of word shingles whose agreement estimates the sets' Jaccard similarity (Broder, "On the resemblance
 * and containment of documents", 1997). Two texts that share nine shingles in ten agree in about nine values in ten.
 */
final class MinHash {

    static final int VALUES = 48;

    /** Of a text that is too short to say. */
    static final int NONE = Integer.MAX_VALUE;

    private static final int SHINGLE = 4;
    private static final int BAND = 4;

    /** Of a signature that says something. */
    static final int BANDS = VALUES / BAND;

    private MinHash() {}

    /**
     * Signature of a text.
     *
     * @param words in order, folded
     * @return {@value #VALUES} values of 16 bits, of which two differ as good as always when what they stand for does (b-bit
     *     minwise hashing, Li and König 2010); all {@link #NONE} for a text of fewer than four words
     */
    static int[] of(List<String> words) {
        int[] signature = new int[VALUES];
        Arrays.fill(signature, NONE);
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            long shingle = 0;
            for (int j = i; j < i + SHINGLE; j++) {
                shingle = mix(shingle * 31 + words.get(j).hashCode());
            }
            for (int k = 0; k < VALUES; k++) {
                int value = (int) (mix(shingle + k * 0x9E3779B97F4A7C15L) >>> 33);
                signature[k] = Math.min(signature[k], value);
            }
        }
        for (int k = 0; k < VALUES && signature[k] != NONE; k++) {
            signature[k] &= 0xFFFF;
        }
        return signature;
    }

    /** Estimated Jaccard similarity, 0..1; 0 when either text was too short to say. */
    static double similarity(int[] a, int[] b) {
        int equal = 0;
        for (int k = 0; k < VALUES; k++) {
            if (a[k] == b[k] && a[k] != NONE) {
                equal++;
            }
        }
        return (double) equal / VALUES;
    }

    /** Hash of a text, 64 bits (FNV-1a, then mixed). */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /**
     * Keys under which copies meet, ascending: of texts that share half of their shingles, nearly all share a key, and of texts
     * that share a tenth, few do (locality-sensitive hashing, Indyk and Motwani 1998).
     *
     * @return {@link Clue#key(Kind, long)} of {@link Kind#COPY}; empty for a text that is too short to say
     */
    static long[] bands(int[] signature) {
        if (signature[0] == NONE) {
            return new long[0];
        }
        long[] keys = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = band;
            for (int i = 0; i < BAND; i++) {
                hash = mix(hash * 31 + signature[band * BAND + i]);
            }
            keys[band] = Clue.key(Kind.COPY, hash);
        }
        Arrays.sort(keys);
        return keys;
    }

    /** Finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }
}
