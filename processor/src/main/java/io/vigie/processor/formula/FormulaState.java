package io.vigie.processor.formula;

import io.vigie.events.FormulaChange;

/**
 * How an outlet used a formula last: a value of the store {@code formula-uses}, key = {@link FormulaSighting#key()}.
 *
 * @param wording folded
 * @param use where
 * @param dropped whether it was told that the outlet dropped it since
 */
public record FormulaState(String wording, FormulaChange.Use use, boolean dropped) {}
