package io.vigie.processor.watch;

/**
 * A rule made ready for one language.
 *
 * @param order number of the rule in the file, by which ties are settled
 */
record CompiledRule(Theme theme, Rule rule, int order, Condition condition) {}
