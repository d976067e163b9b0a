package io.vigie.ingest.markup;

import java.io.IOException;
import java.util.Map;

/** Reads what starts with {@code &}: the character that is meant, or the sign itself where nothing is. */
final class ReferenceReader {

    private static final int LONGEST = 40;

    private final Lookahead in;
    private CharacterReferences known = new CharacterReferences(Map.of());

    ReferenceReader(Lookahead in) {
        this.in = in;
    }

    /** From now on these hold. */
    void declare(CharacterReferences references) {
        known = references;
    }

    /** Reads from an ampersand on. */
    void read(StringBuilder target) throws IOException {
        in.ensure(LONGEST);
        int end = 1;
        while (end < LONGEST && isPart(in.peek(end))) {
            end++;
        }
        String resolved = end > 1 && in.peek(end) == ';' ? known.resolve(in.text(1, end - 1)) : null;
        if (resolved == null) {
            target.append((char) in.take());
        } else {
            target.append(resolved);
            in.skip(end + 1);
        }
    }

    private static boolean isPart(int c) {
        return c == '#' || c == '_' || c == '.' || c == '-' || (c > 0 && Character.isLetterOrDigit(c));
    }
}
