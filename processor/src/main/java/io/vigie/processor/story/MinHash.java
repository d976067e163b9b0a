package io.vigie.processor.story;

import java.util.Arrays;
import java.util.List;

/**
 * Signature of a set of word shingles whose agreement estimates the sets' Jaccard similarity (Broder, "On the resemblance
 * and containment of documents", 1997). Two texts that share nine shingles in ten agree in about nine values in ten.
 */
final class MinHash {

    static final int VALUES = 48;
    private static final int SHINGLE = 4;
    private static final int BAND = 4;

    private MinHash() {}

    /**
     * Signature of a text.
     *
     * @param words in order, folded
     * @return {@value #VALUES} values; all {@code Integer.MAX_VALUE} for a text of fewer than four words
     */
    static int[] of(List<String> words) {
        int[] signature = new int[VALUES];
        Arrays.fill(signature, Integer.MAX_VALUE);
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
        return signature;
    }

    /** Estimated Jaccard similarity, 0..1; 0 when either text was too short to say. */
    static double similarity(int[] a, int[] b) {
        int equal = 0;
        for (int k = 0; k < VALUES; k++) {
            if (a[k] == b[k] && a[k] != Integer.MAX_VALUE) {
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
     * Keys under which copies meet: of texts that share half of their shingles, nearly all share a key, and of texts that
     * share a tenth, few do (locality-sensitive hashing, Indyk and Motwani 1998).
     */
    static long[] bands(int[] signature) {
        if (signature[0] == Integer.MAX_VALUE) {
            return new long[0];
        }
        long[] keys = new long[VALUES / BAND];
        for (int band = 0; band < keys.length; band++) {
            long key = band;
            for (int i = 0; i < BAND; i++) {
                key = mix(key * 31 + signature[band * BAND + i]);
            }
            keys[band] = key;
        }
        return keys;
    }

    /** Finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }
}
