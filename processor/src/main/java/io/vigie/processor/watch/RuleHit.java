package io.vigie.processor.watch;

import io.vigie.events.Evidence.Mark;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.monitor.QueryMatch;

/** A rule that holds in some sentences of an item. */
final class RuleHit extends QueryMatch {

    private final CompiledRule rule;
    private final Annotations item;
    private final BitSet sentences;

    RuleHit(CompiledRule rule, Annotations item, BitSet sentences) {
        super(rule.rule().id());
        this.rule = rule;
        this.item = item;
        this.sentences = sentences;
    }

    CompiledRule rule() {
        return rule;
    }

    BitSet sentences() {
        return sentences;
    }

    /** The words of a sentence that the rule asks for. */
    List<Mark> marks(int sentence) {
        return item.marks(rule.condition(), sentence);
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
