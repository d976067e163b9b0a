package io.vigie.processor.formula;

import io.vigie.events.FormulaChange;
import io.vigie.events.FormulaChange.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares how an outlet uses a formula with how it did. Pure. */
public final class FormulaStep {

    private FormulaStep() {}

    /** What to remember, absent when nothing is known, and what to tell. */
    public record Outcome(@Nullable FormulaState state, Optional<FormulaChange> change) {}

    /**
     * Takes one sighting. One that is older than the last use says nothing about a change.
     *
     * @param known {@code null} when the outlet never used the formula
     */
    public static Outcome take(@Nullable FormulaState known, FormulaSighting sighting) {
        String wording = sighting.wording();
        if (known == null) {
            return wording == null
                    ? new Outcome(null, Optional.empty())
                    : new Outcome(used(wording, sighting), Optional.of(change(sighting, Kind.FIRST, null)));
        }
        if (sighting.at().isBefore(known.use().at())) {
            return new Outcome(known, Optional.empty());
        }
        if (wording == null) {
            return known.dropped()
                            || known.use().itemId().equals(sighting.itemId())
                                    && known.use().revision() == sighting.revision()
                    ? new Outcome(known, Optional.empty())
                    : new Outcome(
                            new FormulaState(known.wording(), known.use(), true),
                            Optional.of(change(sighting, Kind.DROPPED, known)));
        }
        return wording.equals(known.wording())
                ? new Outcome(used(wording, sighting), Optional.empty())
                : new Outcome(used(wording, sighting), Optional.of(change(sighting, Kind.ALTERED, known)));
    }

    private static FormulaState used(String wording, FormulaSighting sighting) {
        return new FormulaState(wording, sighting.use(), false);
    }

    private static FormulaChange change(FormulaSighting now, Kind kind, @Nullable FormulaState before) {
        return new FormulaChange(
                now.key() + "/" + now.itemId(),
                now.formula(),
                now.outlet(),
                now.language(),
                kind,
                before == null ? null : before.use(),
                now.use(),
                now.at());
    }
}
