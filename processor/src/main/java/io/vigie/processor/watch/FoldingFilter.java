package io.vigie.processor.watch;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** {@link Folding} of every word. */
final class FoldingFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private char[] folded = new char[64];

    FoldingFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        int room = term.length() * Folding.LONGEST;
        if (folded.length < room) {
            folded = new char[room];
        }
        term.copyBuffer(folded, 0, Folding.fold(term.buffer(), term.length(), folded));
        return true;
    }
}
