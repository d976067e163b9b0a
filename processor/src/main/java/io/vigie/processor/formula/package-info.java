/**
 * Diplomacy speaks in set phrases, and a change of one is a message. {@link io.vigie.processor.formula.Formulas} finds the
 * phrases of {@code formulas.yaml} in an item, or their absence where their matter is spoken of;
 * {@link io.vigie.processor.formula.FormulaStep} compares with how the outlet put it last. Singular and plural, accents and
 * case are one wording; a word more, less or other is an alteration.
 */
@NullMarked
package io.vigie.processor.formula;

import org.jspecify.annotations.NullMarked;
