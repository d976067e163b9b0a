package io.vigie.audit.replay;

import io.vigie.events.Alert;
import io.vigie.events.Evidence;
import io.vigie.events.ThemeMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sets an alert beside its replay. Scores are compared exactly: the same rules and the same text give the same bits on
 * every machine. Of evidence, the rule, the place and the quote are compared, in order; words that are marked inside a
 * quote are for the eye and are not. The evidence of a retraction is that of the alert it retracts, which was compared
 * there.
 *
 * @param verdict on the alert as a whole
 * @param themes of either, in alphabetical order
 * @param differences beside the themes
 */
record Comparison(Verdict verdict, List<ThemeVerdict> themes, List<String> differences) {

    /**
     * Compares.
     *
     * @param recorded absent when production did not alert
     * @param replayed absent when replay does not
     * @param sameRules whether replay used the rule set that the record names
     */
    static Comparison of(@Nullable Alert recorded, @Nullable Alert replayed, boolean sameRules) {
        List<ThemeVerdict> themes = themes(recorded, replayed);
        List<String> differences =
                recorded == null || replayed == null ? List.of() : fields(recorded, replayed, sameRules);
        return new Comparison(verdict(recorded, replayed, themes, differences), themes, differences);
    }

    /** The same, with one more difference: a record that was identical has then changed. */
    Comparison with(String difference) {
        List<String> all = new ArrayList<>(differences);
        all.add(difference);
        return new Comparison(verdict, themes, all).changed();
    }

    /** The same, and not identical: something else than what the rules decide has changed. */
    Comparison changed() {
        return new Comparison(verdict == Verdict.IDENTICAL ? Verdict.CHANGED : verdict, themes, differences);
    }

    private static Verdict verdict(
            @Nullable Alert recorded, @Nullable Alert replayed, List<ThemeVerdict> themes, List<String> differences) {
        if (recorded == null) {
            return replayed == null ? Verdict.IDENTICAL : Verdict.GAINED;
        }
        if (replayed == null) {
            return Verdict.LOST;
        }
        boolean same = differences.isEmpty() && themes.stream().allMatch(theme -> theme.verdict() == Verdict.IDENTICAL);
        return same ? Verdict.IDENTICAL : Verdict.CHANGED;
    }

    private static List<String> fields(Alert recorded, Alert replayed, boolean sameRules) {
        List<String> differences = new ArrayList<>();
        differ(differences, "status", recorded.status(), replayed.status());
        differ(differences, "revision", recorded.revision(), replayed.revision());
        differ(differences, "language", recorded.language(), replayed.language());
        if (sameRules) {
            differ(differences, "ruleset", recorded.ruleset(), replayed.ruleset());
            differ(differences, "order of themes", order(recorded), order(replayed));
        }
        return differences;
    }

    private static List<String> order(Alert alert) {
        return alert.themes().stream().map(ThemeMatch::theme).toList();
    }

    private static void differ(List<String> differences, String field, Object recorded, Object replayed) {
        if (!recorded.equals(replayed)) {
            differences.add(field + ": " + recorded + " -> " + replayed);
        }
    }

    private static List<ThemeVerdict> themes(@Nullable Alert recorded, @Nullable Alert replayed) {
        Map<String, ThemeMatch> before = byId(recorded);
        Map<String, ThemeMatch> after = byId(replayed);
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        boolean carried = recorded != null && recorded.status() == Alert.Status.RETRACTED;
        return ids.stream()
                .map(id -> theme(id, before.get(id), after.get(id), carried))
                .toList();
    }

    private static Map<String, ThemeMatch> byId(@Nullable Alert alert) {
        return alert == null
                ? Map.of()
                : alert.themes().stream()
                        .collect(Collectors.toMap(
                                ThemeMatch::theme, Function.identity(), (first, second) -> first, TreeMap::new));
    }

    private static ThemeVerdict theme(
            String id, @Nullable ThemeMatch recorded, @Nullable ThemeMatch replayed, boolean carried) {
        Double before = recorded == null ? null : recorded.score();
        Double after = replayed == null ? null : replayed.score();
        List<Evidence> proof = recorded == null ? List.of() : recorded.evidence();
        List<Evidence> newProof = replayed == null ? List.of() : replayed.evidence();
        boolean sameProof = carried || places(proof).equals(places(newProof));
        Verdict verdict;
        if (recorded == null) {
            verdict = Verdict.GAINED;
        } else if (replayed == null) {
            verdict = Verdict.LOST;
        } else {
            verdict = sameProof && recorded.score() == replayed.score() ? Verdict.IDENTICAL : Verdict.CHANGED;
        }
        boolean shown = !sameProof || verdict == Verdict.GAINED || verdict == Verdict.LOST;
        return new ThemeVerdict(id, verdict, before, after, shown ? proof : List.of(), shown ? newProof : List.of());
    }

    private static List<Evidence> places(List<Evidence> evidence) {
        return evidence.stream()
                .map(e -> new Evidence(e.rule(), e.field(), e.start(), e.end(), e.quote()))
                .toList();
    }
}
