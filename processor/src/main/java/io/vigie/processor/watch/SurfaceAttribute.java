package io.vigie.processor.watch;

import org.apache.lucene.util.Attribute;

/** The word as written, without case and diacritics: what stands beside the stem that an analyzer makes of it. */
public interface SurfaceAttribute extends Attribute {

    /** Characters, of which the first {@link #length()} count. */
    char[] buffer();

    int length();

    /** Takes over a word and folds it. */
    void fold(char[] word, int length);
}
