package io.vigie.processor.story;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The clues of one text, sorted by key. Kept in columns: an index holds hundreds of texts of some hundred clues each close
 * at hand, and lays two of them side by side for most of its time.
 */
final class ClueList extends AbstractList<Clue> implements RandomAccess {

    private static final Kind[] KINDS = Kind.values();

    private final byte[] kinds;
    private final long[] keys;
    private final byte[] steps;
    private final String[] spellings;

    private ClueList(List<Clue> clues) {
        int size = clues.size();
        kinds = new byte[size];
        keys = new long[size];
        steps = new byte[size];
        spellings = new String[size];
        for (int i = 0; i < size; i++) {
            Clue clue = clues.get(i);
            kinds[i] = (byte) clue.kind().ordinal();
            keys[i] = clue.key();
            steps[i] = (byte) Clue.steps(clue.weight());
            spellings[i] = clue.spelling();
        }
    }

    static ClueList of(List<Clue> clues) {
        return clues instanceof ClueList columns ? columns : new ClueList(clues);
    }

    @Override
    public Clue get(int i) {
        return new Clue(kind(i), keys[i], Clue.ofSteps(steps(i)), spellings[i]);
    }

    @Override
    public int size() {
        return keys.length;
    }

    Kind kind(int i) {
        return KINDS[kinds[i]];
    }

    long key(int i) {
        return keys[i];
    }

    /** Weight in the steps of {@link Clue#steps(double)}. */
    int steps(int i) {
        return Byte.toUnsignedInt(steps[i]);
    }

    String spelling(int i) {
        return spellings[i];
    }
}
