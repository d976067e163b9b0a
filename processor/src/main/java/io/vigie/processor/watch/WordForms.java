package io.vigie.processor.watch;

import java.util.Set;

/**
 * How a word can be compared.
 *
 * @param surface folded, without the article that an apostrophe ties to it
 * @param stems folded; one or, where a dictionary knows several readings, more
 */
record WordForms(String surface, Set<String> stems) {

    WordForms {
        stems = Set.copyOf(stems);
    }
}
