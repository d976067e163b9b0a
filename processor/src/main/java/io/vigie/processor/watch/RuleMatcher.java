package io.vigie.processor.watch;

import java.util.BitSet;
import java.util.Map;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Evaluates the rules that the presearcher let through. It asks the annotations, not the searcher: they already know the
 * sentences, and a list is looked up once for all rules. An exception of one rule is kept by the Monitor as that rule's
 * error.
 */
final class RuleMatcher extends CandidateMatcher<RuleHit> {

    private final Map<String, CompiledRule> rules;
    private final Annotations item;
    private final Deadline deadline;

    RuleMatcher(IndexSearcher searcher, Map<String, CompiledRule> rules, Annotations item, Deadline deadline) {
        super(searcher);
        this.rules = rules;
        this.item = item;
        this.deadline = deadline;
    }

    @Override
    protected void matchQuery(String queryId, Query approximation, Map<String, String> metadata) {
        CompiledRule rule = rules.get(queryId);
        if (rule == null || deadline.isPast()) {
            return;
        }
        BitSet sentences = rule.condition().sentences(item);
        if (!sentences.isEmpty()) {
            addMatch(new RuleHit(rule, item, sentences), 0);
        }
    }

    @Override
    public RuleHit resolve(RuleHit match1, RuleHit match2) {
        return match1;
    }
}
