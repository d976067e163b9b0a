package io.vigie.processor.watch;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The concepts of an item, by name, as the Monitor's document. */
final class ConceptStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Set<Integer> concepts;
    private final List<String> names;
    private Iterator<Integer> next;

    ConceptStream(Set<Integer> concepts, List<String> names) {
        this.concepts = concepts;
        this.names = names;
        this.next = concepts.iterator();
    }

    @Override
    public void reset() {
        next = concepts.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!next.hasNext()) {
            return false;
        }
        clearAttributes();
        term.append(names.get(next.next()));
        return true;
    }
}
