package io.vigie.ingest.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Attributes of one start tag, as written, in order. */
public final class Attributes {

    static final Attributes NONE = new Attributes(List.of());

    private final List<String> pairs;

    private Attributes(List<String> pairs) {
        this.pairs = pairs;
    }

    /**
     * A value by its name as written, case aside, with its prefix; the first one counts. Example:
     * {@code value("rdf:resource")}.
     */
    public @Nullable String value(String name) {
        for (int i = 0; i < pairs.size(); i += 2) {
            if (pairs.get(i).equalsIgnoreCase(name)) {
                return pairs.get(i + 1);
            }
        }
        return null;
    }

    void forEach(BiConsumer<String, String> each) {
        for (int i = 0; i < pairs.size(); i += 2) {
            each.accept(pairs.get(i), pairs.get(i + 1));
        }
    }

    static final class Builder {

        private static final int MOST = 64;

        private final List<String> pairs = new ArrayList<>(0);

        void add(String name, String value) {
            if (pairs.size() < 2 * MOST) {
                pairs.add(name);
                pairs.add(value);
            }
        }

        Attributes build() {
            return pairs.isEmpty() ? NONE : new Attributes(pairs);
        }
    }
}
