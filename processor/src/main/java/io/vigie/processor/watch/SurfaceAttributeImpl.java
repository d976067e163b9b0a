package io.vigie.processor.watch;

import org.apache.lucene.util.AttributeImpl;
import org.apache.lucene.util.AttributeReflector;

/** The implementation that Lucene finds by its name, as for every attribute. */
public final class SurfaceAttributeImpl extends AttributeImpl implements SurfaceAttribute {

    private char[] buffer = new char[64];
    private int length;

    @Override
    public char[] buffer() {
        return buffer;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void fold(char[] word, int wordLength) {
        int room = wordLength * Folding.LONGEST;
        if (buffer.length < room) {
            buffer = new char[room];
        }
        length = Folding.fold(word, wordLength, buffer);
    }

    @Override
    public void clear() {
        length = 0;
    }

    @Override
    public void reflectWith(AttributeReflector reflector) {
        reflector.reflect(SurfaceAttribute.class, "surface", new String(buffer, 0, length));
    }

    @Override
    public void copyTo(AttributeImpl target) {
        ((SurfaceAttributeImpl) target).fold(buffer, length);
    }
}
