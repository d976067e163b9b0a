package io.vigie.processor.story;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The clues of one text, sorted by key. Kept in columns: an index holds hundreds of texts of some hundred clues each close
 * at hand, and lays two of them side by side for most of its time.
 */
final class ClueList extends AbstractList<Clue> implements RandomAccess {

    private final long[] keys;
    private final byte[] steps;
    private final String[] spellings;

    private ClueList(long[] keys, byte[] steps, String[] spellings) {
        this.keys = keys;
        this.steps = steps;
        this.spellings = spellings;
    }

    /** Clues in the order of their keys. */
    static ClueList of(List<Clue> clues) {
        if (clues instanceof ClueList columns) {
            return columns;
        }
        int size = clues.size();
        ClueList list = new ClueList(new long[size], new byte[size], new String[size]);
        for (int i = 0; i < size; i++) {
            Clue clue = clues.get(i);
            list.keys[i] = clue.key();
            list.steps[i] = (byte) Clue.steps(clue.weight());
            list.spellings[i] = clue.spelling();
        }
        return list;
    }

    /**
     * Takes the columns as they are.
     *
     * @param keys ascending
     * @param steps of {@link Clue#steps(double)}
     */
    static ClueList of(long[] keys, byte[] steps, String[] spellings) {
        return new ClueList(keys, steps, spellings);
    }

    @Override
    public Clue get(int i) {
        return new Clue(keys[i], Clue.ofSteps(steps(i)), spellings[i]);
    }

    @Override
    public int size() {
        return keys.length;
    }

    Kind kind(int i) {
        return Clue.kind(keys[i]);
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
