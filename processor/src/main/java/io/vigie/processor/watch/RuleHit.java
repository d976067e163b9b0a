package io.vigie.processor.watch;

import java.util.BitSet;
import org.apache.lucene.monitor.QueryMatch;

/** A rule that holds in some sentences of an item. */
final class RuleHit extends QueryMatch {

    private final CompiledRule rule;
    private final BitSet sentences;

    RuleHit(CompiledRule rule, BitSet sentences) {
        super(rule.rule().id());
        this.rule = rule;
        this.sentences = sentences;
    }

    CompiledRule rule() {
        return rule;
    }

    BitSet sentences() {
        return sentences;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleHit hit && super.equals(hit) && sentences.equals(hit.sentences);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + sentences.hashCode();
    }
}
