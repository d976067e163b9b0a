package io.vigie.processor.watch;

import io.vigie.events.Evidence.Field;

/**
 * A sentence of an item.
 *
 * @param field where it stands
 * @param start offset of its first UTF-16 unit in that field
 * @param end offset behind its last UTF-16 unit
 */
record Sentence(Field field, int start, int end) {}
