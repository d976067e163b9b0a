package io.vigie.processor.watch;

import java.util.List;

/** One query of a rule. It denotes the set of an item's sentences in which it holds. */
sealed interface Expression {

    /** Sentences that have a term of the named list. */
    record TermsOf(String list) implements Expression {}

    /**
     * Sentences that have these words, one after the other.
     *
     * @param words as the analyst wrote them, separated by spaces; {@code =word} and {@code wor*} keep their marks
     * @param slop how many other words may stand in between, all gaps together
     */
    record Phrase(String words, int slop) implements Expression {}

    /** Sentences in which every part holds. */
    record All(List<Expression> parts) implements Expression {

        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Sentences in which at least one part holds. */
    record Any(List<Expression> parts) implements Expression {

        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Sentences in which the part does not hold. */
    record Without(Expression part) implements Expression {}

    /**
     * Sentences in which the parts stand close together.
     *
     * @param distance words from the end of the first to the beginning of the last: 1 when they touch
     * @param ordered whether they must come in this order
     * @param parts terms, lists or alternatives of these
     */
    record Near(int distance, boolean ordered, List<Expression> parts) implements Expression {

        public Near {
            parts = List.copyOf(parts);
        }
    }

    /** All sentences of an item in which the part holds anywhere; none of another item. */
    record Item(Expression part) implements Expression {}

    /** Sentences of the headline in which the part holds. */
    record Headline(Expression part) implements Expression {}

    /** Sentences that are at most {@code distance} sentences away from one in which the part holds. */
    record Around(int distance, Expression part) implements Expression {}

    /** Whether it can hold only where some word stands: a query of nothing but exclusions cannot be looked up. */
    default boolean needsWord() {
        if (this instanceof All all) {
            return all.parts().stream().anyMatch(Expression::needsWord);
        }
        if (this instanceof Any any) {
            return any.parts().stream().allMatch(Expression::needsWord);
        }
        return !(this instanceof Without);
    }
}
