package io.vigie.processor.watch;

import io.vigie.events.Evidence.Field;
import io.vigie.events.Evidence.Mark;
import io.vigie.processor.watch.Explanation.FiredRule;
import io.vigie.processor.watch.Explanation.SentencePoints;
import io.vigie.processor.watch.Explanation.ThemeScore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Adds up what rules found into one score. The best sentence decides: a theme is given for what one sentence says in full,
 * not for how often something is mentioned. Of the others only the next best counts, as the theme's context: two sentences
 * that nearly say it may do so together, but twenty that hint at it in a long text do not.
 */
final class Scoring {

    private static final Comparator<RuleHit> HEAVIEST_FIRST = Comparator.comparingDouble(
                    (RuleHit hit) -> -hit.rule().rule().weight())
            .thenComparingInt(hit -> hit.rule().order());

    private Scoring() {}

    static ThemeScore score(Theme theme, List<RuleHit> hits, List<Sentence> sentences) {
        List<RuleHit> ordered = hits.stream().sorted(HEAVIEST_FIRST).toList();
        List<FiredRule> item = new ArrayList<>();
        double points = 0;
        BitSet touched = new BitSet();
        for (RuleHit hit : ordered) {
            Rule rule = hit.rule().rule();
            if (rule.sentence() == null) {
                item.add(new FiredRule(rule.id(), rule.weight()));
                points += rule.weight();
            } else {
                touched.or(hit.sentences());
            }
        }
        List<SentencePoints> scored = new ArrayList<>();
        for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
            scored.add(sentence(theme, sentences.get(i), i, ordered));
        }
        scored.sort(Comparator.comparingDouble((SentencePoints sentence) -> -sentence.points()));
        if (!scored.isEmpty()) {
            points += scored.get(0).points();
        }
        if (scored.size() > 1) {
            points += theme.context() * Math.max(0, scored.get(1).points());
        }
        double score = points <= 0 ? 0 : 1 - Math.pow(2, -points);
        boolean matched =
                score >= theme.threshold() && !scored.isEmpty() && scored.get(0).points() > 0;
        return new ThemeScore(theme.id(), score, matched, points, scored, item);
    }

    private static SentencePoints sentence(Theme theme, Sentence sentence, int index, List<RuleHit> hits) {
        List<FiredRule> rules = new ArrayList<>();
        List<Mark> marks = List.of();
        double points = 0;
        for (RuleHit hit : hits) {
            Rule rule = hit.rule().rule();
            if (rule.sentence() != null && hit.sentences().get(index)) {
                marks = rules.isEmpty() ? hit.marks(index) : marks;
                rules.add(new FiredRule(rule.id(), rule.weight()));
                points += rule.weight();
            }
        }
        double factor = sentence.field() == Field.HEADLINE && points > 0 ? theme.headline() : 1;
        return new SentencePoints(sentence.field(), sentence.start(), sentence.end(), points * factor, rules, marks);
    }
}
