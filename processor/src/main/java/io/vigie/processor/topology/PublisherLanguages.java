package io.vigie.processor.topology;

import java.util.Set;
import java.util.TreeSet;

/**
 * Languages in which a publisher was seen to write: a value of the store {@code publisher-languages}, key = its host.
 *
 * @param languages primary subtags, such as {@code fr}
 */
record PublisherLanguages(Set<String> languages) {

    static final PublisherLanguages NONE = new PublisherLanguages(Set.of());

    PublisherLanguages {
        languages = Set.copyOf(languages);
    }

    PublisherLanguages with(String language) {
        Set<String> more = new TreeSet<>(languages);
        more.add(language);
        return new PublisherLanguages(more);
    }

    boolean several() {
        return languages.size() > 1;
    }
}
