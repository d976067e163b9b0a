package io.vigie.processor.watch;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Keeps each word as it is at this point of the chain, before a stemmer cuts it. */
final class SurfaceFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final SurfaceAttribute surface = addAttribute(SurfaceAttribute.class);

    SurfaceFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        surface.fold(term.buffer(), term.length());
        return true;
    }
}
