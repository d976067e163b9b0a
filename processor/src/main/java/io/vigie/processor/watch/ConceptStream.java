package io.vigie.processor.watch;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The concepts of an item, by name, as the Monitor's document. */
final class ConceptStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final int[] concepts;
    private final List<String> names;
    private int next;

    ConceptStream(int[] concepts, List<String> names) {
        this.concepts = concepts;
        this.names = names;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == concepts.length) {
            return false;
        }
        clearAttributes();
        term.append(names.get(concepts[next++]));
        return true;
    }
}
