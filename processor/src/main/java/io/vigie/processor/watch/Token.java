package io.vigie.processor.watch;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/** The current token of a stream. */
final class Token {

    private final OffsetAttribute offset;
    private final @Nullable BaseFormAttribute base;

    Token(TokenStream tokens) {
        this.offset = tokens.addAttribute(OffsetAttribute.class);
        this.base = tokens.hasAttribute(BaseFormAttribute.class) ? tokens.getAttribute(BaseFormAttribute.class) : null;
    }

    int start() {
        return offset.startOffset();
    }

    int end() {
        return offset.endOffset();
    }

    /** As it stands in the text. */
    String word(String text) {
        return text.substring(offset.startOffset(), offset.endOffset());
    }

    /** As the Japanese dictionary has it; absent in other languages and for words that are not inflected. */
    @Nullable
    String dictionaryForm() {
        return base == null ? null : base.getBaseForm();
    }
}
